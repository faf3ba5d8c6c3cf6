from wsgiref import simple_server
