package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RunSecretsTest {

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final RunSecrets secrets =
            new RunSecrets((name, wasWrong) -> {
                asked.add(name + (wasWrong ? " again" : ""));
                return wasWrong ? "second" : "first";
            });

    @Test
    void asksOnceForAllHosts() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<RunSecrets.Given>> hosts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            hosts.add(threads.submit(() -> secrets.get("sudo")));
        }
        for (Future<RunSecrets.Given> host : hosts) {
            assertThat(host.get().value()).isEqualTo("first");
        }
        threads.shutdownNow();

        assertThat(asked).containsExactly("sudo");
    }

    @Test
    void asksOnceMoreIfItIsWrongAndNeverAgain() {
        RunSecrets.Given first = secrets.get("sudo");

        RunSecrets.Given second = secrets.again(first);
        assertThat(second.value()).isEqualTo("second");
        // Another host had the first, too.
        assertThat(secrets.again(first).value()).isEqualTo("second");
        assertThat(secrets.again(second).value()).isNull();
        assertThat(secrets.get("sudo").value()).isEqualTo("second");
        assertThat(asked).containsExactly("sudo", "sudo again");
    }

    @Test
    void doesNotAskAgainWhereNobodyAnswers() {
        RunSecrets none = new RunSecrets(Secrets.NONE);
        RunSecrets.Given given = none.get("sudo");

        assertThat(given.value()).isNull();
        assertThat(none.again(given).value()).isNull();
    }

    @Test
    void masksAllThatWasEverGiven() {
        secrets.again(secrets.get("sudo"));

        assertThat(secrets.masking().masked("first second third")).isEqualTo("****** ****** third");
    }

    @Test
    void masksWhatIsInTheValuesOfTheChangeAsWell() {
        RunSecrets known =
                new RunSecrets((name, wasWrong) -> "first", Set.of("in a file"), Sealing.NONE);
        known.get("sudo");

        assertThat(known.masking().masked("first, in a file")).isEqualTo("******, ******");
    }

    @Test
    void keepsWhatWasThereBeforeSealedIfThereIsASecretInIt() {
        Sealing backwards =
                new Sealing() {
                    @Override
                    public String seal(String text) {
                        return new StringBuilder(text).reverse().toString();
                    }

                    @Override
                    public String open(String sealed) {
                        return seal(sealed);
                    }
                };
        Map<String, String> before = Map.of("state", "file", "content", "a secret b");
        RunSecrets sealed = new RunSecrets(Secrets.NONE, Set.of("secret"), backwards);
        RunSecrets none = new RunSecrets(Secrets.NONE, Set.of("secret"), Sealing.NONE);

        Map<String, String> kept = sealed.kept(before);

        assertThat(kept).isEqualTo(Map.of("state", "file", "content.sealed", "b terces a"));
        assertThat(sealed.opened(kept)).isEqualTo(before);
        assertThat(none.opened(kept)).isEqualTo(Map.of("state", "file", "content.size", "10"));
        assertThat(none.kept(before)).isEqualTo(Map.of("state", "file", "content.size", "10"));
    }

    @Test
    void isNotTold() {
        assertThat(secrets.get("sudo")).hasToString("Given[sudo, answer 1]");
    }
}
