package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets are the same whether {@code ss} tells them or the kernel's tables do. */
class SocketsTest {

    private static final String HEADER =
            "Netid State Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n";
    private static final String[] STATES = {
        "ESTAB",
        "SYN-SENT",
        "SYN-RECV",
        "FIN-WAIT-1",
        "FIN-WAIT-2",
        "TIME-WAIT",
        "UNCONN",
        "CLOSE-WAIT",
        "LAST-ACK",
        "LISTEN",
        "CLOSING"
    };
    private static final byte[] V6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final int OWN_PID = (int) ProcessHandle.current().pid();

    @TempDir private Path folder;

    @Test
    void tellsTheSocketsOfOneHostAlikeInBothWays() throws IOException {
        Report netlink = Corpus.section("sockets", marked("sockets/netlink"));
        Report tables = Corpus.section("sockets", marked("sockets/tables"));

        assertThat(netlink.listeners())
                .hasSize(10)
                .containsExactlyInAnyOrderElementsOf(tables.listeners());
        assertThat(netlink.connections())
                .hasSize(7)
                .containsExactlyInAnyOrderElementsOf(tables.connections());
    }

    @Test
    void tellsWhoseSocketsTheyAreWhereProcessesAreHidden() throws IOException {
        Report report = Corpus.section("sockets", marked("sockets/unprivileged"));

        assertThat(report.listeners())
                .extracting(listener -> listener.port() + " of " + listener.user())
                .containsExactlyInAnyOrder("80 of root", "22 of root");
        assertThat(report.connections())
                .allMatch(connection -> connection.process() == null)
                .extracting(c -> c.localPort() + " of " + c.user())
                .containsExactlyInAnyOrder(
                        "40252 of haproxy", "80 of haproxy", "56454 of haproxy", "22 of root");
    }

    @Test
    void tellsTheSocketsOfThisHostAlikeInBothWays() throws Exception {
        try (ServerSocket v4 = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ServerSocket v6 = new ServerSocket(0, 5, InetAddress.getByAddress(V6_LOOPBACK));
                ServerSocket both = new ServerSocket(0);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), both.getLocalPort());
                Socket accepted = both.accept();
                DatagramSocket open = new DatagramSocket();
                DatagramSocket connected = new DatagramSocket()) {
            connected.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), open.getLocalPort()));
            program("ss", "exit 1");
            ProbeRun tables = new ProbeRun().programs(folder);
            Report before = tables.report();
            String netlink = new String(new ProbeRun().output(), StandardCharsets.UTF_8);
            Report after = tables.report();

            assertThat(netlink).contains("\n+ss\n").doesNotContain("\n+/proc/net\n");
            Report told = ProbeRun.parsed(netlink);
            assertThat(lasting(before, after)).isSubsetOf(sockets(told));
            assertThat(lasting(before, after).stream().map(SocketsTest::localPort))
                    .contains(
                            v4.getLocalPort(),
                            v6.getLocalPort(),
                            client.getLocalPort(),
                            accepted.getLocalPort(),
                            open.getLocalPort(),
                            connected.getLocalPort());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mawk", "gawk", "original-awk", "busybox"})
    void readsWhatSsPrintsWithAnyAwk(String awk) throws Exception {
        Files.createSymbolicLink(folder.resolve("awk"), Commands.installed(awk));
        Files.writeString(folder.resolve("said"), Corpus.text("sockets/iproute2-6.1"));
        program("ss", "cat " + folder.resolve("said"));
        Report report = new ProbeRun().programs(folder).report();

        assertThat(report.listeners().stream().map(SocketsTest::withoutName))
                .containsExactlyElementsOf(
                        Corpus.section("sockets", marked("sockets/netlink")).listeners().stream()
                                .map(SocketsTest::withoutName)
                                .toList());
    }

    @Test
    void tellsTheOldestOfSeveralProcessesByItsNameInProc() throws Exception {
        Report report =
                said(
                        "tcp LISTEN 0 5 0.0.0.0:81 0.0.0.0:*"
                                + " users:((\"a b\",pid=2147483647,fd=4),(\"a) uid:9 ino:\",pid="
                                + OWN_PID
                                + ",fd=3)) uid:33 ino:7 sk:1 <->\n");

        assertThat(report.listeners())
                .containsExactly(
                        new Listener(
                                Transport.TCP, "0.0.0.0", 81, "java", OWN_PID, 33, "www-data"));
    }

    @Test
    void knowsRootByTheAbsenceOfItsUid() throws Exception {
        assertThat(
                        said("udp UNCONN 0 0 *:123 *:* ino:7 sk:1 cgroup:/a uid:9 v6only:0 <->\n")
                                .listeners())
                .containsExactly(new Listener(Transport.UDP, "::", 123, null, null, 0, "root"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            textBlock =
                    """
                    an older form;            tcp LISTEN 0 5 *:1 *:* users:(("sshd",7,3)) ino:7 sk:1
                    no family;                tcp LISTEN 0 5 *:1 *:* ino:7 sk:1 <->
                    no brackets;              tcp LISTEN 0 5 :::1 :::* ino:7 sk:1 <->
                    no inode;                 tcp LISTEN 0 5 0.0.0.1:1 0.0.0.0:* users:(("sshd",pid=7,fd=3))
                    a quote in a name;        tcp LISTEN 0 5 0.0.0.1:1 0.0.0.0:* users:(("x",pid=1,fd=3",pid=7,fd=3)) ino:7 sk:1
                    a name that ends entries; tcp LISTEN 0 5 0.0.0.1:1 0.0.0.0:* users:(("",pid=1,fd=3),(",pid=7,fd=3)) ino:7 sk:1
                    a name of two lines;      tcp LISTEN 0 5 0.0.0.1:1 0.0.0.0:* users:(("x~exit 0
                    a group like a process;   tcp LISTEN 0 5 0.0.0.1:1 0.0.0.0:* ino:7 sk:1 cgroup:/ users:(("y",pid=1,fd=3)) ino:7 <->
                    another protocol;         dccp LISTEN 0 5 0.0.0.1:1 0.0.0.0:* ino:7 sk:1 <->
                    """)
    void readsTheKernelsTablesWhereSsIsInDoubt(String why, String line) throws Exception {
        assertTables(HEADER + line.replace('~', '\n') + "\n", 0);
    }

    @Test
    void readsTheKernelsTablesWhereSsFailsOrSaysNothing() throws Exception {
        String line = "tcp LISTEN 0 5 0.0.0.1:1 0.0.0.0:* ino:7 sk:1 <->\n";
        assertTables(HEADER + line, 1);
        assertTables(line, 0);
        assertTables("", 0);
    }

    @Property
    void readsBothFormsOfASocketAlike(
            @ForAll Transport protocol,
            @ForAll("ends") End local,
            @ForAll("ends") End remote,
            @ForAll @IntRange(min = 0, max = 10) int state,
            @ForAll @IntRange(min = 0) int uid,
            @ForAll @IntRange(min = 0) int inode) {
        String rest = " " + uid + " " + inode + " " + 7 + " a name";
        String table = protocol.name().toLowerCase(Locale.ROOT);
        Optional<SocketLine> bySs =
                SocketLine.ofSs(
                        table
                                + " "
                                + local.bySs()
                                + " "
                                + remote.bySs()
                                + " "
                                + STATES[state]
                                + rest);

        assertThat(bySs).isPresent();
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            assertThat(
                            SocketLine.ofTable(
                                    table
                                            + " "
                                            + local.byTable(order)
                                            + " "
                                            + remote.byTable(order)
                                            + " %02X".formatted(state + 1)
                                            + rest,
                                    order))
                    .isEqualTo(bySs);
        }
    }

    @Provide
    Arbitrary<End> ends() {
        StringArbitrary digits = Arbitraries.strings().withChars("0123456789ABCDEF");
        return Combinators.combine(
                        Arbitraries.oneOf(
                                digits.ofLength(8),
                                digits.ofLength(32),
                                digits.ofLength(8).map(v4 -> "0".repeat(20) + "FFFF" + v4),
                                Arbitraries.of("0".repeat(8), "0".repeat(32))),
                        Arbitraries.integers().between(0, 65_535),
                        Arbitraries.of("", "%eth0", "%br-lan.7"))
                .as(End::new);
    }

    /** One end of a socket; its address is in the digits and in the order of the network. */
    record End(String address, int port, String device) {

        String bySs() {
            return text() + device + ":" + (port == 0 ? "*" : port);
        }

        private String text() {
            byte[] bytes = HexFormat.of().parseHex(address);
            try {
                String text = InetAddress.getByAddress(bytes).getHostAddress();
                String v6 = text.indexOf(':') < 0 ? "::ffff:" + text : text;
                return bytes.length == 4 ? text : "[" + v6 + "]";
            } catch (UnknownHostException neverByBytes) {
                throw new AssertionError(neverByBytes);
            }
        }

        String byTable(ByteOrder order) {
            IntBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(address)).asIntBuffer();
            ByteBuffer swapped = ByteBuffer.allocate(address.length() / 2).order(order);
            swapped.asIntBuffer().put(words);
            return HexFormat.of().withUpperCase().formatHex(swapped.array())
                    + ":%04X".formatted(port);
        }
    }

    private Report said(String line) throws IOException, InterruptedException {
        say(HEADER + line, 0);
        return new ProbeRun().programs(folder).report();
    }

    private void assertTables(String text, int code) throws IOException, InterruptedException {
        say(text, code);
        byte[] output = new ProbeRun().programs(folder).output();

        assertThat(new String(output, StandardCharsets.UTF_8))
                .contains("\n+/proc/net\n")
                .doesNotContain("\n+ss\n", "0.0.0.1:1");
    }

    private void say(String text, int code) throws IOException {
        Path said = Files.writeString(folder.resolve("said"), text);
        program("ss", "cat " + said + "\nexit " + code);
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What did not change while others were looked at. */
    private static Set<Object> lasting(Report before, Report after) {
        Set<Object> lasting = sockets(before);
        lasting.retainAll(sockets(after));
        return lasting;
    }

    private static Set<Object> sockets(Report report) {
        Set<Object> sockets = new HashSet<>(report.listeners());
        sockets.addAll(report.connections());
        return sockets;
    }

    private static int localPort(Object socket) {
        return socket instanceof Listener listener
                ? listener.port()
                : ((Connection) socket).localPort();
    }

    /** The processes of the sample do not run here. */
    private static Listener withoutName(Listener l) {
        return new Listener(l.protocol(), l.address(), l.port(), null, l.pid(), l.uid(), l.user());
    }

    private static String marked(String name) throws IOException {
        return Corpus.text(name).strip();
    }
}
