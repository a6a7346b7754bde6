import { describe, expect, it } from '@jest/globals';
import { registerComplaint } from '@redress/contracts';
import { REGISTER_FIELDS } from '@redress/packs';

describe('the fields that a pack may make mandatory (INT-10)', () => {
  it('are fields of a receipt, beside any one way to reach the complainant', () => {
    const { shape } = registerComplaint;
    const places = [shape, shape.complainant.unwrap().shape, shape.matters.element.shape];
    const known = ['contact', ...places.flatMap((place) => Object.keys(place))];
    expect(REGISTER_FIELDS.filter((field) => !known.includes(field))).toEqual([]);
  });
});
