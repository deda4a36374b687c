"""Routes of a walk."""


class Guide:
    def get(self, path):
        return lambda function: function

    def route(self, path):
        return lambda function: function


app = Guide()


@app.get("/hill")
def hill(step):
    return step


@app.route("/lake")
def lake(step):
    return step
