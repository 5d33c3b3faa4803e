-- The states of a co-investigation 协查.
insert into chart_state (kind, state) values
  ('co-investigation', 'drafted'), ('co-investigation', 'inReview'), ('co-investigation', 'approved'),
  ('co-investigation', 'sent'), ('co-investigation', 'received'), ('co-investigation', 'investigating'),
  ('co-investigation', 'replied'), ('co-investigation', 'supplementing'), ('co-investigation', 'closed'),
  ('co-investigation', 'declined'), ('co-investigation', 'recalled'), ('co-investigation', 'discarded');
