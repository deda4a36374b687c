from school import instructor

instructor.from_openai("Anna").chat.completions.create(model="gpt-4o")
