-- The states of an entrusted service of a document 委托送达.
insert into chart_state (kind, state) values
  ('document-service', 'drafted'), ('document-service', 'inReview'), ('document-service', 'approved'),
  ('document-service', 'sent'), ('document-service', 'received'), ('document-service', 'serving'),
  ('document-service', 'triedOnce'), ('document-service', 'undelivered'), ('document-service', 'served'),
  ('document-service', 'returned'), ('document-service', 'closed'), ('document-service', 'unserved'),
  ('document-service', 'declined'), ('document-service', 'recalled'), ('document-service', 'discarded');
