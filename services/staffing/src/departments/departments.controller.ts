import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Needs } from '@redress/service-kit';
import {
  departmentChange,
  departmentCode,
  departmentList,
  departmentView,
  newDepartment,
  type DepartmentChange,
  type DepartmentList,
  type DepartmentView,
  type NewDepartment,
} from './department.schemas.ts';
import { DepartmentsService } from './departments.service.ts';

@ApiTags('people')
@Controller('departments')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: departmentList })
  list(): Promise<DepartmentList> {
    return this.departments.list();
  }

  @Post()
  @Needs('administer')
  @ApiResponse({ status: 201, standardSchema: departmentView })
  add(@Body({ schema: newDepartment }) body: NewDepartment): Promise<DepartmentView> {
    return this.departments.add(body);
  }

  @Patch(':code')
  @Needs('administer')
  @ApiResponse({ status: 200, standardSchema: departmentView })
  change(
    @Param('code', { schema: departmentCode }) code: string,
    @Body({ schema: departmentChange }) body: DepartmentChange,
  ): Promise<DepartmentView> {
    return this.departments.change(code, body);
  }
}
