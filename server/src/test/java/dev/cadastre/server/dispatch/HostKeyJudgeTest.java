package dev.cadastre.server.dispatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.HostKey;
import dev.cadastre.ssh.HostKeys.Decision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class HostKeyJudgeTest {

    private static final HostKey KEY = key(1);

    @Autowired private PinnedKeys pins;
    @Autowired private Estate estate;
    @Autowired private Timeline timeline;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Access access;
    @TempDir private Path folder;

    private HostKeyJudge judge;

    private static HostKey key(int number) {
        String type = "ssh-ed25519";
        byte[] blob =
                ByteBuffer.allocate(2 * Integer.BYTES + type.length())
                        .putInt(type.length())
                        .put(type.getBytes(StandardCharsets.US_ASCII))
                        .putInt(number)
                        .array();
        return HostKey.of(type, blob);
    }

    @BeforeEach
    void knowNobody() {
        judge = judge(folder.resolve("known_hosts"));
    }

    private HostKeyJudge judge(Path knownHosts) {
        return new HostKeyJudge(pins, estate, timeline, transaction, knownHosts);
    }

    private void declare(String name, Map<String, String> settings) {
        access.asSystem(() -> {
            estate.addHost(new NewHost(name, "judge", List.of(), settings));
        });
    }

    @Test
    void refusesTheUnknownKeyOfAStrictHostInWhateverCaseItsNameIs() {
        declare("Judge-A1", Map.of("address", "none", "ssh.hostkeys", "strict"));

        assertThat(judge.decide(HostAddress.of("Judge-A1"), KEY))
                .isInstanceOf(Decision.Unknown.class);
        assertThat(pins.of("judge-a1")).isEmpty();
    }

    @Test
    void isAsStrictWithAJumpHostThatNothingDeclaresAsWithTheStrictestBehindIt() {
        declare("judge-c1", Map.of("address", "none", "ssh.jump", "ops@gate-c.invalid:2222"));
        declare(
                "judge-c2",
                Map.of(
                        "address",
                        "none",
                        "ssh.jump",
                        "Gate-C.invalid:2222",
                        "ssh.hostkeys",
                        "strict"));
        declare("judge-c3", Map.of("address", "none", "ssh.jump", "gate-c.invalid"));

        assertThat(judge.decide(new HostAddress("gate-c.invalid", 2222), KEY))
                .isInstanceOf(Decision.Unknown.class);
        assertThat(judge.decide(HostAddress.of("gate-c.invalid"), KEY))
                .isInstanceOf(Decision.FirstSight.class);
    }

    @Test
    void findsAKeyInAFileWhoseCommentsAreNotInUtf8() throws IOException {
        declare("judge-e1", Map.of("address", "none"));
        Path knownHosts = folder.resolve("known_hosts");
        Files.write(knownHosts, ("# B\u00fcro\nnone " + KEY + "\n").getBytes(ISO_8859_1));

        assertThat(judge.decide(HostAddress.of("judge-e1"), key(2)))
                .isEqualTo(new Decision.Changed(List.of(KEY)));
        assertThat(judge.knownTypes(HostAddress.of("judge-e1"))).containsExactly(KEY.type());
    }

    @Test
    void remembersNoKeyWhileTheFileThatMayHoldAnotherCannotBeRead() {
        declare("judge-f1", Map.of("address", "none"));
        HostAddress host = HostAddress.of("judge-f1");

        assertThat(judge(folder).decide(host, KEY))
                .isInstanceOfSatisfying(
                        Decision.Unknown.class,
                        unknown -> assertThat(unknown.detail()).contains(folder.toString()));
        assertThat(pins.of("judge-f1")).isEmpty();
        assertThat(pins.presented("judge-f1")).contains(KEY);
        assertThat(judge(folder).knownTypes(host)).isEmpty();
    }

    @Test
    void remembersNoKeyThatConcernsNobody() {
        assertThat(judge.decide(HostAddress.of("gate-d.invalid"), KEY))
                .isInstanceOf(Decision.Unknown.class);
    }

    @Test
    void remembersTheKeyOfAHostThatIsNotStrict() {
        declare("judge-b1", Map.of("address", "none", "ssh.hostkeys", "pin"));

        assertThat(judge.decide(HostAddress.of("judge-b1"), KEY))
                .isInstanceOf(Decision.FirstSight.class);
        assertThat(pins.of("judge-b1")).containsExactly(KEY);
    }
}
