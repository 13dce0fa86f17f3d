{{/* Public paths, in the order of their precedence: regular expressions first, then prefixes from long to short. */}}
{{- define "cotejo.routes" -}}
- {service: translation, expression: "/v1/documents/[^/]+/(bitexts(/.*)?|transcription|reading-text|pages/[^/]+/transcription)"}
- {service: search, expression: "/v1/documents/[^/]+/pages(/.*)?"}
- {service: search, prefix: /v1/operations/rebuild}
- {service: ingest, prefix: /v1/operations}
- {service: ingest, prefix: /v1/documents}
- {service: ingest, prefix: /v1/ingests}
- {service: ingest, prefix: /v1/uploads}
- {service: translation, prefix: /v1/lexicon}
- {service: translation, prefix: /v1/names}
- {service: ocr, prefix: /v1/ocr}
- {service: ingest, prefix: /operations}
- {service: search, prefix: /}
{{- end -}}
