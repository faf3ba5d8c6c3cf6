package dev.cadastre.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListeningPortsTest {

    private static final List<String> LINES =
            List.of(
                    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt  "
                            + " uid  timeout inode",
                    "   0: 0100007F:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000   "
                            + "  0        0 111 1",
                    "   1: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000   "
                            + "  0        0 222 1",
                    "   2: 7F00000A:0051 00000000:0000 0A 00000000:00000000 00:00000000 00000000   "
                            + "  0        0 333 1",
                    "   3: 0100007F:1F41 0100007F:9C40 01 00000000:00000000 00:00000000 00000000   "
                            + "  0        0 444 1",
                    "   4: 00000000000000000000000001000000:1F42"
                            + " 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000"
                            + " 00000000     0        0 555 1",
                    "   5: 0000000000000000FFFF00000100007F:1F43"
                            + " 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000"
                            + " 00000000     0        0 666 1",
                    "   6: 00000000000000000000000000000000:0050"
                            + " 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000"
                            + " 00000000     0        0 777 1",
                    "   7: broken");

    private final ListeningPorts ports = ListeningPorts.of(LINES);

    @Test
    void findsWhatListensAndWhoHoldsIt() {
        assertThat(ports.ports()).containsExactly(80, 81, 8000, 8002, 8003);
        assertThat(ports.inodes(80)).containsExactlyInAnyOrder("222", "777");
    }

    @Test
    void tellsWhatOthersReachToo() {
        assertThat(ports.open(Set.of(80, 81, 8000, 8002, 8003, 9000))).containsExactly(80, 81);
    }

    @Test
    void readsFactsOfTheMachineAsTheInventoryNamesThem() {
        assertThat(
                        MachineFacts.of(
                                "MemTotal:       2048 kB\nMemFree: 1 kB\n",
                                "NAME=\"Debian\"\nID=debian\nVERSION_ID=\"12\"\n",
                                "amd64",
                                4))
                .containsEntry("memory.total", "2097152")
                .containsEntry("os.id", "debian")
                .containsEntry("os.version", "12")
                .containsEntry("kernel.arch", "x86_64")
                .containsEntry("cpu.count", "4");
    }
}
