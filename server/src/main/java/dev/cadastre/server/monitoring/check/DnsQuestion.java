package dev.cadastre.server.monitoring.check;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;

/**
 * A question on its way to a name server: by UDP, and by TCP if the answer does not fit. dnsjava
 * writes and reads the messages; its own resolvers keep threads and sockets of theirs.
 */
final class DnsQuestion {

    private static final int LARGEST_DATAGRAM = 4096;
    private static final int ASK_AGAIN_MILLIS = 2_000;
    private static final int MOST_STRANGE = 100;

    private final Message question;
    private final Place server;
    private final Reach reach;
    private final Course course;

    DnsQuestion(Record asked, Place server, Reach reach, Course course) {
        this.question = Message.newQuery(asked);
        this.server = server;
        this.reach = reach;
        this.course = course;
    }

    Message ask() throws IOException {
        Message answer = byDatagram();
        return answer.getHeader().getFlag(Flags.TC) ? byConnection() : answer;
    }

    private Message byDatagram() throws IOException {
        course.step("waiting for the answer of " + server);
        byte[] bytes = question.toWire();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(server.addresses().getFirst(), server.port()));
            while (!course.isOver()) {
                socket.send(new DatagramPacket(bytes, bytes.length));
                Optional<Message> answer = receive(socket);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            throw CheckFailure.critical(
                    server + " does not answer", "See whether a name server runs there.");
        } catch (PortUnreachableException e) {
            throw CheckFailure.critical(
                    server + " refuses questions", "See whether a name server runs there.");
        }
    }

    private Optional<Message> receive(DatagramSocket socket) throws IOException {
        byte[] buffer = new byte[LARGEST_DATAGRAM];
        try {
            for (int strange = 0; strange < MOST_STRANGE; strange++) {
                long left = Math.max(1, course.left().toMillis());
                socket.setSoTimeout((int) Math.min(ASK_AGAIN_MILLIS, left));
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Optional<Message> answer = answer(Arrays.copyOf(buffer, packet.getLength()));
                if (answer.isPresent()) {
                    return answer;
                }
            }
            return Optional.empty();
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    /** The message, if it is one and answers this question; anybody may send others. */
    private Optional<Message> answer(byte[] bytes) {
        try {
            Message message = new Message(bytes);
            boolean ours =
                    message.getHeader().getID() == question.getHeader().getID()
                            && message.getHeader().getFlag(Flags.QR)
                            && question.getQuestion().equals(message.getQuestion());
            return ours ? Optional.of(message) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Message byConnection() throws IOException {
        byte[] bytes = question.toWire();
        try (Socket socket = reach.connect(server, course)) {
            course.step("waiting for the answer of " + server + " by TCP");
            socket.getOutputStream()
                    .write(
                            ByteBuffer.allocate(Short.BYTES + bytes.length)
                                    .putShort((short) bytes.length)
                                    .put(bytes)
                                    .array());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] received = new byte[in.readUnsignedShort()];
            in.readFully(received);
            return answer(received)
                    .orElseThrow(() ->
                            CheckFailure.critical(
                                    "what " + server + " sends by TCP is no answer",
                                    "See what listens there."));
        }
    }
}
