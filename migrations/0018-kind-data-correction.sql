-- Data correction 数据纠错: the states of its chart.
insert into chart_state (kind, state) values
  ('data-correction', 'drafted'), ('data-correction', 'sent'), ('data-correction', 'verifying'),
  ('data-correction', 'corrected'), ('data-correction', 'declined'), ('data-correction', 'challenged'),
  ('data-correction', 'ordered'), ('data-correction', 'closed'), ('data-correction', 'upheld'),
  ('data-correction', 'recalled'), ('data-correction', 'discarded');
