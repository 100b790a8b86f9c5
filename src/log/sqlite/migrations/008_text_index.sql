-- The text index: what each event says, by sequences of three characters. Like the stream index it is
-- derived from the events, written with them, and reaches as far as `stream_index_state` says. It
-- holds no text: `rowid` is the position of the event.
CREATE VIRTUAL TABLE event_text USING fts5(
  text, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
