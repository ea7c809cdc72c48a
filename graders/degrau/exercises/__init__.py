"""The course: a package for each assignment, with the laws, the inputs and the hints of its functions.

In a package, `laws` has what must hold, or a module of its own for each topic; `topic_inputs` has the inputs of that
topic, or else `inputs`. What several packages share is in the modules beside them; none of them imports another.
"""
