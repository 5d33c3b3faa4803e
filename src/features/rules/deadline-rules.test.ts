import { describe, expect, test } from 'vitest'
import { wordsOfSpan } from '../../kernel/term.ts'
import { bindingRule, ruleOn } from './deadline-rule.ts'
import { deadlineRules } from './deadline-rules.ts'

const spanOf = (id: string, variant: string | null = null): string => {
  const rule = ruleOn(deadlineRules, id, '2026-11-22')
  const binding = rule && bindingRule(rule, variant)
  if (!binding) return 'none'
  return wordsOfSpan(binding).en + (binding.extension ? ` + ${binding.extension.value}` : '')
}

describe('the registry of deadlines', () => {
  // The registry of the law sheet, number by number: a change here is a change of what binds officers.
  test.each([
    ['CASE_DECISION', '90 days + 30'],
    ['EVID_REG_SAVE', '7 working days'],
    ['SEIZE', '30 days + 30'],
    ['EMERGENCY_MEASURE_REPORT', '24 hours'],
    ['HEARING_REQUEST', '5 working days'],
    ['HEARING_NOTICE_BEFORE', '7 working days'],
    ['SERVE_DECISION', '7 working days'],
    ['PAY_FINE', '15 days'],
    ['DEMAND_BEFORE_COURT', '10 working days'],
    ['COURT_APPLY', '3 months'],
    ['RECONSIDER', '60 days'],
    ['LITIGATE', '6 months'],
    ['PUBLISH_WITHDRAW', '3 working days'],
    ['LIMITATION', '2 years'],
    ['CRIME_APPROVE', '3 days'],
    ['CRIME_TRANSFER', '24 hours'],
    ['CRIME_POLICE_FORWARD', '24 hours'],
    ['CRIME_POLICE_DECIDE', '3 days'],
    ['CRIME_RECON_REQUEST', '3 days'],
    ['CRIME_RECON_DECIDE', '3 days'],
    ['CRIME_SUPERVISION', '3 days'],
    ['CRIME_HANDOVER', '3 days'],
    ['OVERLOAD_NOTIFY_REG', '7 working days'],
    ['TRANSFER_RESULT_FEEDBACK', '3 days'],
    ['DATA_REPLY_UNCOND', '1 working day'],
    ['DATA_REPLY_COND', '10 working days + 10'],
    ['DATA_PROVIDE', '20 working days'],
    ['DATA_CORRECT', '10 working days'],
    ['DATA_USE_LOG', '3 years'],
    ['NETLOG', '6 months'],
    ['ACCIDENT_UNIT', '1 hour'],
    ['ACCIDENT_LEVEL', '2 hours'],
    ['OVERSIZE_XPROV_I', '5 working days'],
    ['OVERSIZE_XPROV_II', '10 working days'],
    ['OVERSIZE_XPROV_III', '20 working days'],
    ['PUBLIC_NOTICE_SERVICE', '60 days'],
    ['REQUEST_APPROVE', '2 working days'],
    ['REQUEST_SEND', '1 working day'],
    ['REQUEST_RECEIVE', '1 working day'],
    ['COINVEST_REPLY', '15 working days + 15'],
    ['COINVEST_SUPPLEMENT', '5 working days'],
    ['COINVEST_CONFIRM', '5 working days'],
    ['SERVICE_SERVE', '5 working days'],
    ['SERVICE_RETURN', '2 working days'],
    ['SERVICE_INSTRUCT', '2 working days'],
    ['SERVICE_CONFIRM', '3 working days'],
    ['EXEC_HELP', '15 working days + 15'],
    ['EXEC_HELP_CONFIRM', '5 working days'],
    ['LOOKOUT_DEPLOY', '4 hours'],
    ['LOOKOUT_HIT', '2 hours'],
    ['LOOKOUT_LIFT', '4 hours'],
    ['LOOKOUT_LONGEST', '30 days'],
    ['DISPUTE_CONSULT', '7 working days'],
    ['HOTLINE_TRANSFER', '1 working day'],
    ['HOTLINE_COMPLAINT', '15 working days + 15'],
    ['CREDIT_LIST', '2 years'],
    ['TRANSFER_APPROVE', '3 working days'],
    ['TRANSFER_SEND', '2 working days'],
    ['TRANSFER_RECEIVE', '1 working day'],
    ['TRANSFER_ACCEPT', '5 working days'],
    ['TRANSFER_SUPPLEMENT', '5 working days'],
    ['TRANSFER_OBJECTION', '5 working days'],
    ['TRANSFER_DESIGNATE', '7 working days'],
    ['TRANSFER_HANDOVER', '5 working days'],
    ['TRANSFER_TELL_PARTY', '5 working days'],
    ['TRANSFER_FILE', '15 working days'],
    ['TRANSFER_CONFIRM', '3 working days'],
    ['CLUE_RECEIVE', '1 working day'],
    ['CLUE_TRIAGE', '3 working days'],
    ['CLUE_VERIFY', '15 working days + 15'],
    ['CLUE_FEEDBACK', '3 working days'],
    ['CLUE_RATE', '5 working days'],
    ['WARNING_ACKNOWLEDGE', '1 working day'],
    ['WARNING_WITHDRAWAL', '1 working day'],
    ['REFERRAL_ACCEPT', '5 working days'],
    ['REFERRAL_FILE', '15 working days'],
    ['REFERRAL_HANDOVER', '1 working day'],
    ['REFERRAL_RESULT', '90 days'],
    ['REFERRAL_CONFIRM', '5 working days'],
    ['FORCE_REPLY', '3 working days'],
    ['FORCE_ARRIVAL', '1 working day'],
    ['FORCE_RETURN', '1 working day'],
    ['FORCE_CONFIRM', '3 working days'],
    ['EVIDENCE_REVIEW', '5 working days'],
    ['EVIDENCE_SUPPLEMENT', '5 working days'],
    ['EXCHANGE_RECEIVE', '1 working day'],
    ['DATA_CONFIRM', '5 working days'],
    ['DATA_DISPUTE', '10 working days'],
    ['DATA_CORRECT_ORDERED', '3 working days'],
  ])('%s is %s', (id, span) => expect(spanOf(id)).toBe(span))

  test.each([
    ['CLUE_RECEIVE', 'urgent', '2 hours'],
    ['CLUE_TRIAGE', 'urgent', '4 hours'],
    ['WARNING_ACKNOWLEDGE', 'red', '30 minutes'],
    ['WARNING_ACKNOWLEDGE', 'orange', '2 hours'],
    ['WARNING_ACKNOWLEDGE', 'blue', '2 working days'],
    ['CLUE_VERIFY', 'urgent', '3 working days'],
    ['REQUEST_RECEIVE', 'urgent', '2 hours'],
    ['COINVEST_REPLY', 'urgent', '5 working days + 5'],
    ['EXEC_HELP', 'urgent', '3 working days + 3'],
    ['LOOKOUT_DEPLOY', 'urgent', '15 minutes'],
    ['LOOKOUT_HIT', 'urgent', '15 minutes'],
    ['LOOKOUT_LIFT', 'urgent', '1 hour'],
    ['LIMITATION', 'harm', '5 years'],
    ['PUBLIC_NOTICE_SERVICE', 'civil', '30 days'],
  ])('%s, %s, is %s', (id, variant, span) => expect(spanOf(id, variant)).toBe(span))

  test('has no two versions of one rule on the same day', () => {
    for (const rule of deadlineRules) {
      const days = [rule.effectiveFrom ?? '1992-01-01', rule.effectiveTo ?? '2199-12-31']
      for (const day of days) expect(ruleOn(deadlineRules, rule.id, day), `${rule.id} on ${day}`).toBe(rule)
    }
  })

  test('gives every number words, a basis and a source', () => {
    for (const { id, name, from, basis, source } of deadlineRules) {
      for (const words of [name, from, basis, source]) {
        expect(words.zh.trim(), id).not.toBe('')
        expect(words.en.trim(), id).not.toBe('')
      }
      expect(id).toMatch(/^[A-Z][A-Z0-9_]+$/)
    }
  })

  test('leaves no verified national number to the alliances except to tighten it', () => {
    for (const rule of deadlineRules)
      if (rule.scope === 'national') expect(rule.editable, rule.id).not.toBe('freely')
  })

  test('lets nobody edit criminal transfers or the rights of the party', () => {
    const fixed = deadlineRules.filter(({ id }) =>
      /^CRIME_|^(HEARING_REQUEST|PAY_FINE|RECONSIDER|LITIGATE|LIMITATION)$/.test(id),
    )
    expect(fixed).toHaveLength(13)
    for (const rule of fixed) expect(rule.editable, rule.id).toBe('never')
  })

  test('reminds before the end and never before the beginning of a period of clock time', () => {
    for (const rule of deadlineRules)
      for (const name of [null, ...Object.keys(rule.variants ?? {})]) {
        const binding = bindingRule(rule, name)
        const minutes = (binding?.value ?? 0) * (binding?.unit === 'hour' ? 60 : 1)
        for (const lead of binding?.remindBefore ?? [])
          if (lead.unit === 'minute') expect(lead.value, rule.id).toBeLessThan(minutes)
      }
  })

  test('an urgent clue nobody has seen is brought up fifteen minutes after it came', () => {
    const rule = ruleOn(deadlineRules, 'CLUE_RECEIVE', '2026-11-22')
    expect(rule && bindingRule(rule, 'urgent')?.remindBefore[0]).toEqual({ value: 105, unit: 'minute' })
  })
})
