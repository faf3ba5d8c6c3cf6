package dev.cadastre.server.demonstration;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.topology.telling.Deployments;
import dev.cadastre.server.topology.telling.NewDeployment;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the invented organisation's pipeline deployed, told as pipelines do: each application on its
 * web and application servers, with the database that it needs.
 */
@Component
class Rollouts {

    /** What all of them are. */
    static final String VERSION = "4.2.0";

    private static final List<String> APPLICATIONS = List.of("shop", "billing", "search");
    private static final List<String> ENVIRONMENTS = List.of("dev", "qa", "prod");

    private final Deployments deployments;
    private final Access access;

    Rollouts(Deployments deployments, Access access) {
        this.deployments = deployments;
        this.access = access;
    }

    /** Deploys, as soon as the map is there, which is after all that is done before it is ready. */
    void begin(List<InventedHost> organisation) {
        Thread.ofVirtual()
                .name("rollouts")
                .start(() -> access.asSystem(() -> deploy(organisation)));
    }

    private void deploy(List<InventedHost> organisation) {
        for (String environment : ENVIRONMENTS) {
            for (String application : APPLICATIONS) {
                List<InventedHost> hosts =
                        organisation.stream()
                                .filter(host -> host.environment().equals(environment))
                                .filter(host -> host.groups().contains(application))
                                .toList();
                deploy(application, environment, hosts);
            }
        }
    }

    private void deploy(String application, String environment, List<InventedHost> hosts) {
        List<String> databases =
                named(hosts, List.of("db")).stream()
                        .limit(1)
                        .map(host -> "service:5432-tcp@" + host)
                        .toList();
        var told =
                new NewDeployment(
                        null,
                        application,
                        environment,
                        VERSION,
                        named(hosts, List.of("web", "app")),
                        true,
                        "pipeline",
                        "ci",
                        null,
                        null,
                        Map.of(),
                        databases,
                        List.of());
        deployments.tell(told, true);
    }

    private static List<String> named(List<InventedHost> hosts, List<String> roles) {
        return hosts.stream()
                .filter(host -> roles.contains(host.groups().getFirst()))
                .map(InventedHost::name)
                .toList();
    }
}
