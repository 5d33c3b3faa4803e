import { defineChart } from '../../../../kernel/chart.ts'

/**
 * Jurisdiction dispute 管辖争议: two agencies both claim a case, or both decline it (行政处罚法 Art. 25). They consult; failing
 * agreement the common superior, which nobody chooses, designates. Until then whoever raised it keeps what it has.
 *
 * The other side says what it holds, as often as it likes; the agency that raised the dispute records the agreement. So one side
 * settles, and silence of the other cannot hold a case up. Either side refers it upwards: who raised it at once; the other by demanding
 * it, which the platform carries out after a short time in which an agreement on its way can still arrive. Were both to refer at once,
 * an agreement recorded at that moment would hold on one node and not on the other. For the same reason the common superior that takes
 * the dispute up of its own accord, unasked (可以直接由共同的上一级行政机关指定管辖), designates after that time and not in the same instant.
 */
export const jurisdictionDisputeChart = defineChart({
  name: 'jurisdiction-dispute',
  initial: 'drafted',
  states: {
    drafted: {
      raise: { to: 'raised', by: 'asker', addresses: true, sends: true, together: true },
      discard: { to: 'discarded', by: 'asker', together: true, undoes: true },
    },
    raised: {
      takePosition: { to: 'consulting', by: 'answerer' },
      giveUp: { to: 'dropped', by: 'asker', undelivered: true, undoes: true },
      escalate: { to: 'escalated', by: 'asker', power: 'approve' },
      drop: { to: 'dropped', by: 'asker', undoes: true },
      takeUp: { to: 'takenUp', by: 'superior', power: 'designate', unasked: true },
    },
    consulting: {
      takePosition: { to: 'consulting', by: 'answerer' },
      revisePosition: { to: 'consulting', by: 'asker' },
      settleOnAsker: { to: 'forAsker', by: 'asker' },
      settleOnAnswerer: { to: 'forAnswerer', by: 'asker', lead: 'answerer' },
      escalate: { to: 'escalated', by: 'asker', power: 'approve' },
      demandDesignation: { to: 'demanded', by: 'answerer', power: 'approve' },
      drop: { to: 'dropped', by: 'asker', undoes: true },
      takeUp: { to: 'takenUp', by: 'superior', power: 'designate', unasked: true },
    },
    demanded: {
      takePosition: { to: 'demanded', by: 'answerer' },
      revisePosition: { to: 'demanded', by: 'asker' },
      settleOnAsker: { to: 'forAsker', by: 'asker' },
      settleOnAnswerer: { to: 'forAnswerer', by: 'asker', lead: 'answerer' },
      escalate: { to: 'escalated', by: 'asker', power: 'approve' },
      drop: { to: 'dropped', by: 'asker', undoes: true },
      takeUp: { to: 'takenUp', by: 'superior', power: 'designate', unasked: true },
      escalateOnDemand: { to: 'escalated', by: 'asker', atEndOf: 'demand' },
    },
    takenUp: {
      takePosition: { to: 'takenUp', by: 'answerer' },
      revisePosition: { to: 'takenUp', by: 'asker' },
      settleOnAsker: { to: 'forAsker', by: 'asker' },
      settleOnAnswerer: { to: 'forAnswerer', by: 'asker', lead: 'answerer' },
      escalate: { to: 'escalated', by: 'asker', power: 'approve' },
      drop: { to: 'dropped', by: 'asker', undoes: true },
      escalateOnDemand: { to: 'escalated', by: 'asker', atEndOf: 'demand' },
    },
    escalated: {
      takePosition: { to: 'escalated', by: 'answerer' },
      revisePosition: { to: 'escalated', by: 'asker' },
      designateAsker: { to: 'forAsker', by: 'superior', power: 'designate' },
      designateAnswerer: { to: 'forAnswerer', by: 'superior', power: 'designate', lead: 'answerer' },
      designateOther: { to: 'elsewhere', by: 'superior', power: 'designate' },
    },
    forAsker: {
      handOver: { to: 'handedToAsker', by: 'answerer' },
    },
    forAnswerer: {
      handOver: { to: 'handedToAnswerer', by: 'asker' },
    },
    elsewhere: {
      reportTransfer: { to: 'closedElsewhere', by: 'asker' },
    },
    handedToAsker: {
      confirmHandOver: { to: 'closedForAsker', by: 'asker', after: 'handOver' },
    },
    handedToAnswerer: {
      confirmHandOver: { to: 'closedForAnswerer', by: 'answerer', after: 'handOver' },
    },
    closedForAsker: {},
    closedForAnswerer: {},
    closedElsewhere: {},
    dropped: {},
    discarded: {},
  },
  clocks: {
    position: { rule: 'DISPUTE_POSITION', owes: 'answerer', runsIn: ['raised'], metBy: ['takePosition'] },
    // Owed by who raised it: silence of the other side is met by referring the dispute upwards.
    consultation: {
      rule: 'DISPUTE_CONSULT',
      owes: 'asker',
      runsIn: ['raised', 'consulting', 'demanded', 'takenUp'],
      metBy: ['settleOnAsker', 'settleOnAnswerer', 'escalate', 'escalateOnDemand'],
    },
    demand: {
      rule: 'DISPUTE_DEMAND',
      owes: 'asker',
      runsIn: ['demanded', 'takenUp'],
      metBy: ['settleOnAsker', 'settleOnAnswerer', 'escalate', 'escalateOnDemand'],
    },
    designation: {
      rule: 'TRANSFER_DESIGNATE',
      owes: 'superior',
      runsIn: ['escalated'],
      metBy: ['designateAsker', 'designateAnswerer', 'designateOther'],
    },
    handOverToAsker: {
      rule: 'TRANSFER_HANDOVER',
      owes: 'answerer',
      runsIn: ['forAsker'],
      metBy: ['handOver'],
    },
    handOverToAnswerer: {
      rule: 'TRANSFER_HANDOVER',
      owes: 'asker',
      runsIn: ['forAnswerer'],
      metBy: ['handOver'],
    },
    handOverElsewhere: {
      rule: 'TRANSFER_HANDOVER',
      owes: 'asker',
      runsIn: ['elsewhere'],
      metBy: ['reportTransfer'],
    },
    confirmByAsker: {
      rule: 'DISPUTE_HANDED',
      owes: 'asker',
      runsIn: ['handedToAsker'],
      metBy: ['confirmHandOver'],
    },
    confirmByAnswerer: {
      rule: 'DISPUTE_HANDED',
      owes: 'answerer',
      runsIn: ['handedToAnswerer'],
      metBy: ['confirmHandOver'],
    },
  },
})
