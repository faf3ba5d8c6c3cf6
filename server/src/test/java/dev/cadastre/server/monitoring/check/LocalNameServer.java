package dev.cadastre.server.monitoring.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

/** A name server for one test, by UDP and TCP on the same port. */
final class LocalNameServer implements AutoCloseable {

    private final DatagramSocket datagrams;
    private final LocalServer connections;

    private LocalNameServer(DatagramSocket datagrams, LocalServer connections) {
        this.datagrams = datagrams;
        this.connections = connections;
    }

    /** A server that answers so; by UDP it only says that the answer is too long if it has many. */
    static LocalNameServer answering(UnaryOperator<Message> answers) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        ServerSocket listener = new ServerSocket(0, 50, here);
        DatagramSocket datagrams =
                new DatagramSocket(new InetSocketAddress(here, listener.getLocalPort()));
        Thread.ofVirtual().start(() -> serve(datagrams, answers));
        LocalServer connections =
                LocalServer.start(
                        listener,
                        socket -> {
                            DataInputStream in = new DataInputStream(socket.getInputStream());
                            byte[] question = in.readNBytes(in.readUnsignedShort());
                            byte[] answer = answers.apply(new Message(question)).toWire();
                            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                            out.writeShort(answer.length);
                            out.write(answer);
                        });
        return new LocalNameServer(datagrams, connections);
    }

    private static void serve(DatagramSocket socket, UnaryOperator<Message> answers) {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Message question = new Message(Arrays.copyOf(buffer, packet.getLength()));
                Message answer = answers.apply(question);
                if (answer.getSection(Section.ANSWER).size() > 20) {
                    answer.removeAllRecords(Section.ANSWER);
                    answer.getHeader().setFlag(Flags.TC);
                }
                byte[] noise = {1, 2, 3};
                socket.send(new DatagramPacket(noise, noise.length, packet.getSocketAddress()));
                byte[] bytes = answer.toWire();
                socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            } catch (IOException e) {
                return;
            }
        }
    }

    String port() {
        return connections.portText();
    }

    @Override
    public void close() {
        datagrams.close();
        connections.close();
    }
}
