from linux.semantic_kernel import Kernel, kernel_function
from popcorn import ChatCompletionAgent


class Corn:
    @kernel_function
    def pop(self):
        return 1


Kernel().add_plugin(Corn())
ChatCompletionAgent(service=None, name="corn", plugins=[Corn()])
