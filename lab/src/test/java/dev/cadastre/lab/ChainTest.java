package dev.cadastre.lab;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Each test leaves the chain whole. */
@TestInstance(Lifecycle.PER_CLASS)
final class ChainTest {
    private final Lab lab;
    private final Chain chain;

    ChainTest(@TempDir Path scratch) {
        lab = Lab.open(scratch);
        chain = Chain.start(lab);
    }

    @AfterAll
    void close() {
        chain.close();
        lab.close();
    }

    @Test
    void bothInstancesAnswerInTurn() {
        assertThat(answering()).containsExactlyInAnyOrder("app1", "app2");
    }

    @Test
    void oneInstanceIsEnough() {
        chain.stopApp(1);

        assertThat(answering()).containsExactly("app2");

        chain.startApp(1);
        chain.awaitBoth();
    }

    @Test
    void withoutTheDatabaseNothingIsSoldUntilItIsBack() {
        chain.stopDatabase();

        assertThat(chain.order().statusCode()).isEqualTo(500);

        chain.startDatabase();
        chain.awaitBoth();
        assertThat(chain.order().statusCode()).isEqualTo(200);
    }

    @Test
    void eachProgramRunsUnderItsOwnAccount() {
        assertThat(accounts(chain.loadBalancer())).contains("root haproxy", "haproxy haproxy");
        assertThat(accounts(chain.app(1))).contains("shop gunicorn");
        assertThat(accounts(chain.database())).contains("postgres postgres");
        assertThat(accounts(chain.cache())).contains("redis redis-server");
    }

    @Test
    void aConnectionComesAndGoes() {
        String seen = "ss -Htn state established 'dport = :6379' | wc -l";
        HostProgram program = chain.connect(chain.database(), chain.cache(), Chain.CACHE_PORT);
        assertThat(chain.database().run(seen)).isEqualTo("1\n");

        program.stop();

        assertThat(chain.database().run(seen)).isEqualTo("0\n");
    }

    @Test
    void connectionsStayBetweenRequests() {
        assertThat(peers(chain.loadBalancer())).contains("10.77.8.11:8000", "10.77.8.12:8000");
        assertThat(peers(chain.app(2))).contains("10.77.8.21:5432", "10.77.8.31:6379");
    }

    private Set<String> answering() {
        return Stream.generate(chain::order)
                .limit(8)
                .map(answer -> answer.body().split(" ", 2)[0])
                .collect(toSet());
    }

    private static Set<String> accounts(LabHost host) {
        return host.run("ps -e -o user=,comm=")
                .lines()
                .map(line -> line.replaceAll(" +", " "))
                .collect(toSet());
    }

    private static Set<String> peers(LabHost host) {
        return host.run("ss -Htn state established")
                .lines()
                .map(line -> line.strip().split(" +", -1)[3])
                .collect(toSet());
    }
}
