{{- define "assistant.image" -}}
repository: {{ .Values.image.repository }}
{{- end }}
