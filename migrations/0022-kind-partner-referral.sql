-- Referral between departments 部门移交: the states of its chart.
insert into chart_state (kind, state) values
  ('partner-referral', 'drafted'), ('partner-referral', 'sent'), ('partner-referral', 'received'),
  ('partner-referral', 'accepted'), ('partner-referral', 'filed'), ('partner-referral', 'reported'),
  ('partner-referral', 'closed'), ('partner-referral', 'declined'), ('partner-referral', 'recalled'),
  ('partner-referral', 'discarded');
