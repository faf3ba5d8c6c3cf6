package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/examples tell of deployments, which are in the timeline and on the map. */
class DeploymentToolsTest {

    private static final Path EXAMPLES = Programs.CHECKOUT.resolve("docs/examples");

    @TempDir private static Path folder;

    private static RunningServer server;
    private static String token = "";

    @BeforeAll
    static void start() throws IOException {
        Path estate =
                Files.writeString(
                        folder.resolve("estate.ini"),
                        """
                        [environment qa]
                        [host web1]
                        environment = qa
                        address = none
                        [host web2]
                        environment = qa
                        address = none
                        """);
        server = ServerStart.at(folder.resolve("home")).option("--estate=" + estate).ready();
        token =
                server.cadastre("token", "create", "ci", "--role", "operator", "--env", "qa")
                        .exited(0)
                        .out()
                        .strip();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Ran run(Map<String, String> more, String... words) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("CADASTRE_SERVER", server.url());
        variables.put("CADASTRE_TOKEN", token);
        variables.put("HOME", folder.toString());
        variables.put("LC_ALL", "C.UTF-8");
        return Programs.run(variables, "", words);
    }

    private static String timeline(String asset) {
        return server.cadastre("timeline", "--asset", asset).exited(0).out();
    }

    /** What is not on the map cannot be confirmed. */
    private static void assertOnTheMap(String source, String type, String target) {
        server.cadastre("correct", "confirm", source, type, target).exited(0);
    }

    @Test
    void ansibleTellsOfThePlaysThatSucceeded() throws IOException {
        Path playbook =
                Files.writeString(
                        folder.resolve("deploy.yml"),
                        """
                        - hosts: all
                          connection: local
                          gather_facts: false
                          vars:
                            number: "1.4"
                            cadastre_app: shop
                            cadastre_version: "{{ number }}.2"
                            cadastre_programs: [gunicorn]
                          tasks:
                            - command: "true"
                            - fail:
                              when: inventory_hostname == 'web3'
                        - hosts: web1
                          connection: local
                          gather_facts: false
                          tasks:
                            - command: "true"
                        """);
        Map<String, String> ansible =
                Map.of(
                        "ANSIBLE_CALLBACK_PLUGINS",
                        EXAMPLES.resolve("ansible").toString(),
                        "ANSIBLE_CALLBACKS_ENABLED",
                        "cadastre_deployments",
                        "ANSIBLE_LOCAL_TEMP",
                        folder.resolve("ansible").toString(),
                        "PYTHONDONTWRITEBYTECODE",
                        "1");

        Ran ran = run(ansible, "ansible-playbook", "-i", "web1,web2,web3,", playbook.toString());

        assertThat(ran.out()).contains("Cadastre: app:shop@qa on web1, web2");
        assertThat(timeline("host:web2")).contains("shop 1.4.2 was deployed on web1, web2");
        assertThat(timeline("app:shop@qa")).contains("with ansible");
        assertThat(server.cadastre("deployment", "list", "--app", "shop").exited(0).out())
                .contains("1.4.2", "deploy.yml")
                .doesNotContain("web3");
        assertOnTheMap("app:shop@qa", "runs-on", "host:web2");
        assertOnTheMap("daemon:gunicorn@web1", "member-of", "app:shop@qa");

        Ran unreachable =
                Programs.run(
                        with(ansible, "CADASTRE_SERVER", "http://localhost:1"),
                        "",
                        "ansible-playbook",
                        "-i",
                        "web1,",
                        playbook.toString());
        assertThat(unreachable.exited(0).err() + unreachable.out())
                .contains("Cadastre was not told of this play");
    }

    private static Map<String, String> with(
            Map<String, String> variables, String name, String value) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(name, value);
        all.put("HOME", folder.toString());
        all.put("LC_ALL", "C.UTF-8");
        return all;
    }

    @Test
    void aJobTellsByCurlOnce() {
        String script = EXAMPLES.resolve("ci/deployed.sh").toString();
        Map<String, String> job =
                Map.of("CI_JOB_ID", "77", "CI_JOB_URL", "https://ci.example.com/77");

        run(job, script, "pay", "2.0", "web1").exited(0);
        assertThat(run(job, script, "pay", "2.0", "web1").exited(0).json().get("link").asString())
                .isEqualTo("https://ci.example.com/77");

        assertThat(
                        server.cadastre("deployment", "list", "--app", "pay", "-o", "json")
                                .exited(0)
                                .json()
                                .get("items"))
                .hasSize(1);
        assertThat(timeline("host:web1")).contains("pay 2.0 was deployed on web1");
        assertOnTheMap("app:pay@qa", "runs-on", "host:web1");
    }

    @Test
    void aFabricTaskTells() {
        Map<String, String> python = Map.of("PYTHONDONTWRITEBYTECODE", "1");
        String fabric = EXAMPLES.resolve("fabric").toString();

        assertThat(run(python, "fab", "-r", fabric, "--list").exited(0).out()).contains("deploy");
        String told = "import fabfile; print(fabfile.told('web2', 'stock', '3')['asset'])";
        Ran ran = run(with(python, "PYTHONPATH", fabric), "/usr/bin/python3", "-c", told);

        assertThat(ran.exited(0).out()).contains("app:stock@qa");
        assertThat(timeline("host:web2")).contains("stock 3 was deployed", "with fabric");
    }

    @Test
    void puppetTellsOfTheRunsThatChangedAHost() throws IOException {
        Path configuration = folder.resolve("puppet");
        Path reports =
                Files.createDirectories(
                        configuration.resolve(
                                "environments/qa/modules/cadastre/lib/puppet/reports"));
        Files.copy(EXAMPLES.resolve("puppet/cadastre.rb"), reports.resolve("cadastre.rb"));
        String[] apply = {
            "puppet",
            "apply",
            "--confdir=" + configuration,
            "--environmentpath=" + configuration.resolve("environments"),
            "--vardir=" + folder.resolve("puppet-state"),
            "--environment=qa",
            "--certname=web1.example.com",
            "--reports=cadastre",
            "--execute",
            "file { '%s': content => 'shop' }".formatted(folder.resolve("shop.conf"))
        };

        run(Map.of(), apply).exited(0);
        run(Map.of(), apply).exited(0);

        assertThat(
                        server.cadastre("deployment", "list", "--app", "puppet", "-o", "json")
                                .exited(0)
                                .json()
                                .get("items"))
                .hasSize(1);
        assertThat(timeline("host:web1")).contains("was deployed on web1", "puppet");
    }
}
