
T
xPlaceholder*
_user_specified_namex*
dtype0*
shape:ÿÿÿÿÿÿÿÿÿ
f
PyFuncPyFuncx"/job:localhost/replica:0/task:0*
token
pyfunc_0*
Tout
2*
Tin
2
,
IdentityIdentityPyFunc^NoOp*
T0

NoOpNoOp^PyFunc"ª