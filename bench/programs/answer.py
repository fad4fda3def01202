"""Answer every request on loopback with an order id, as fast as Python can; print the port."""

import socket
import threading

BODY = b'{"orderId": 1, "ocoId": 2}'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)


def serve(peer: socket.socket) -> None:
    """Answer one connection until it closes."""
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    data = b""
    while chunk := peer.recv(65536):
        data += chunk
        head, end, body = data.partition(b"\r\n\r\n")
        sizes = [int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
        if end and len(body) >= sum(sizes):
            data = b""
            peer.sendall(ANSWER)


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
