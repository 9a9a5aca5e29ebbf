-- How large the file of a document is, as it was before sealing: lists say it without touching the file. Name, type and
-- size are there together or not at all; a name alone, from before files could be brought in, is of no file.
alter table document add column file_size int check (file_size > 0);
update document set file_name = null, media_type = null where sealed is null;
alter table document add constraint document_file check (num_nonnulls(file_name, media_type, file_size) in (0, 3));
grant update (file_size) on document to gips_app;
