-- The states of help with carrying out a decision 协助执行.
insert into chart_state (kind, state) values
  ('execution-help', 'drafted'), ('execution-help', 'inReview'), ('execution-help', 'approved'),
  ('execution-help', 'sent'), ('execution-help', 'received'), ('execution-help', 'executing'),
  ('execution-help', 'reported'), ('execution-help', 'closed'), ('execution-help', 'declined'),
  ('execution-help', 'recalled'), ('execution-help', 'discarded');
