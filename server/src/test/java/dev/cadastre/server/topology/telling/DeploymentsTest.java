package dev.cadastre.server.topology.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.joining.MappedHost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ServerTest
class DeploymentsTest {

    private final ToldMap map;
    @Autowired private Deployments deployments;

    @Autowired
    DeploymentsTest(AutowireCapableBeanFactory beans) {
        this.map = beans.createBean(ToldMap.class);
    }

    private static NewDeployment deployment(
            String key, String version, List<String> hosts, List<String> needs) {
        return new NewDeployment(
                key,
                "shop",
                null,
                version,
                hosts,
                false,
                "anna",
                "make",
                "42",
                "https://ci.example.com/42",
                Map.of("branch", "main"),
                needs,
                List.of("gunicorn"));
    }

    private Deployment tell(NewDeployment deployment) {
        return map.told(() -> deployments.tell(deployment, false));
    }

    @Test
    void putsADeploymentOnTheMapOnce() throws InterruptedException {
        map.report(
                ToldMap.app("told6", "10.91.6"),
                new MappedHost("told6-two", "told6", "10.91.6.3")
                        .listens(8000, "gunicorn", "shop"));
        map.asset("saas:told6-mail");
        NewDeployment first =
                deployment(
                        "told6-1",
                        "1.0",
                        List.of("told6-app", "told6-two"),
                        List.of("saas:told6-mail"));
        Deployment kept = tell(first);
        Deployment again = tell(first);

        assertThat(again.id()).isEqualTo(kept.id());
        assertThat(map.shown("app:shop@told6").attributes()).containsEntry("version", "1.0");
        assertThat(map.fallen("host:told6-app")).doesNotContain("app:shop@told6");
        assertThat(map.fallen("saas:told6-mail")).contains("app:shop@told6");
        assertThat(map.find("daemon:gunicorn@told6-app", RelationType.MEMBER_OF, "app:shop@told6"))
                .isPresent();
        NewDeployment contradicting = deployment("told6-1", "1.1", List.of("told6-app"), List.of());
        assertThat(map.refused(() -> deployments.tell(contradicting, false)).reason())
                .isEqualTo(MapRefused.Reason.CONFLICT);

        tell(deployment("told6-2", "1.1", List.of("told6-app"), List.of()));

        assertThat(map.fallen("saas:told6-mail")).doesNotContain("app:shop@told6");
        assertThat(
                        deployments.find(
                                new DeploymentQuery(
                                        "shop", "told6-app", null, null, null, null, 10),
                                Reach.ALL))
                .extracting(Deployment::version)
                .containsExactly("1.1", "1.0");
    }

    @Test
    void listsAllThatIsWrongWithADeployment() {
        NewDeployment wrong =
                new NewDeployment(
                        null,
                        "shop",
                        "told7",
                        "1",
                        List.of("told7-none"),
                        false,
                        null,
                        null,
                        null,
                        "ftp://x",
                        Map.of("db_password", "x"),
                        List.of("no name"),
                        List.of());

        assertThat(map.refused(() -> deployments.tell(wrong, false)).problems())
                .extracting(MapProblem::place)
                .containsExactlyInAnyOrder(
                        "link",
                        "parameters.db_password",
                        "hosts.0.target",
                        "dependencies.0.target");
    }
}
