"""Holds a connection, and drops it when it ends. Arguments: address, port."""

import signal
import socket
import struct
import sys

peer = socket.create_connection((sys.argv[1], int(sys.argv[2])))
# Reset instead of TIME-WAIT.
peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
signal.pause()
