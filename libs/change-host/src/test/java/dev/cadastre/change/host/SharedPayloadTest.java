package dev.cadastre.change.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.operation.CopyFile;
import dev.cadastre.change.operation.CopyFolder;
import dev.cadastre.change.operation.FileRights;
import dev.cadastre.change.operation.UnpackArchive;
import dev.cadastre.change.plan.ChangeDigest;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.script.Script;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a large file costs that goes to many hosts. */
class SharedPayloadTest {

    private static final int SIZE = 32 << 20;
    private static final int HOSTS = 50;

    private static final ChangeFolder FOLDER =
            ChangeFolder.of(
                    Map.of(
                            "app/app.jar",
                            new byte[SIZE],
                            "app/start",
                            "exec java -jar app.jar\n".getBytes(UTF_8)),
                    Set.of("app/start"));

    /** Takes what is sent, and keeps it for as long as a slow host would. */
    private static final class SlowShell implements Shell {
        private final List<byte[]> sent = new ArrayList<>();

        @Override
        public Ended execute(Call call) {
            call.dialogue()
                    .begun(
                            new Input() {
                                @Override
                                public void write(byte[] bytes) {
                                    sent.add(bytes);
                                }

                                @Override
                                public void end() {}

                                @Override
                                public void letGo() {}
                            });
            return new Exited(0);
        }

        long size() {
            return sent.stream().mapToLong(part -> part.length).sum();
        }
    }

    static Stream<ScriptOperation> operations() {
        return Stream.of(
                new CopyFile("app/app.jar", "/srv/app.jar", FileRights.ANY),
                new CopyFolder("app", "/srv/app", FileRights.ANY, "", false),
                new UnpackArchive("app/app.jar", "/srv/app", false, FileRights.ANY));
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isInMemoryOnceForAllHosts(ScriptOperation operation) {
        Script first = script(operation, "web0");
        send(first);
        long before = allocated();

        List<SlowShell> hosts = new ArrayList<>();
        for (int host = 0; host < HOSTS; host++) {
            Script script = script(operation, "web" + host);
            assertThat(ChangeDigest.of(script)).isEqualTo(ChangeDigest.of(first));
            hosts.add(send(script));
        }

        assertThat(allocated() - before).isLessThan(SIZE);
        assertThat(hosts.get(0).size()).isGreaterThan(SIZE);
        assertThat(first.payload().size()).isGreaterThanOrEqualTo(SIZE);
    }

    private static Script script(ScriptOperation operation, String host) {
        return operation.script(FolderContext.host(FOLDER, host, Map.of()));
    }

    private static SlowShell send(Script script) {
        SlowShell shell = new SlowShell();
        Calls calls =
                new Calls(
                        shell,
                        new Elevation(new RunSecrets(Secrets.NONE)),
                        new HostPrograms("/bin/sh"));
        BundledScript bundled = Samples.bundled(1, script);
        assertThat(
                        Objects.requireNonNull(
                                calls.streamed(bundled, "", null, text -> {}, new StopSignal())))
                .isNotNull();
        return shell;
    }
}
