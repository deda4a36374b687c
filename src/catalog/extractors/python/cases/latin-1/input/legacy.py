# -*- coding: latin-1 -*-
import openai
prompt = "résumé"
openai.chat(prompt)
