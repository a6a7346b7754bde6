import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { registerComplaint, type RegisterComplaint } from '@redress/contracts';
import type { Actor } from '@redress/policy';
import { CurrentActor, Needs } from '@redress/service-kit';
import { idempotencyKey } from '../commands/idempotency.ts';
import { KEY_HEADER } from '../commands/made.endpoint.ts';
import { ReceiptService } from './receipt.service.ts';
import { receiptView, type ReceiptView } from './receipt.view.ts';

@ApiTags('complaints')
@Controller('complaints')
export class ReceiptsController {
  constructor(@Inject(ReceiptService) private readonly receipts: ReceiptService) {}

  @Post()
  @HttpCode(202)
  @Needs('register')
  @ApiOperation({ summary: 'Register a complaint: answered with number and timetable once it is safe (INT-2, INT-10)' })
  @ApiResponse({ status: 202, standardSchema: receiptView })
  @KEY_HEADER
  register(
    @Body({ schema: registerComplaint }) body: RegisterComplaint,
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<ReceiptView> {
    return this.receipts.register(body, actor, idempotencyKey(key));
  }
}
