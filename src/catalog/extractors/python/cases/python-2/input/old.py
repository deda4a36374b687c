import os
print "model", os.environ["MODEL"]
exec "run(1)"
try:
    call()
except Exception, error:
    print >>log, error
