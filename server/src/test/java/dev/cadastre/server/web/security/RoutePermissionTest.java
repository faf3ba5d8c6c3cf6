package dev.cadastre.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.web.security.RouteAccessTest.Route;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks every route what it takes, and compares the answers with docs/security-routes.md. What a
 * route takes it says when it refuses somebody who may do nothing; where, when it is asked by
 * somebody who may do just that in an environment which has nothing.
 */
@ServerTest
class RoutePermissionTest {

    private static final Path CHECKED_IN = Path.of("../docs/security-routes.md");
    private static final String REGENERATE =
            "./mvnw -pl server -am test -Dtest=RoutePermissionTest -Dcadastre.routes.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";
    private static final String ELSEWHERE = "route-elsewhere";
    private static final Pattern REFUSAL =
            Pattern.compile("may not (\\w+) (\\w+) in [^:]+: that takes the role (\\w+) there");

    private static final String EVERYWHERE = "everywhere";
    private static final String IN_ENVIRONMENT = "in the environment";

    /** Those that answer for as long as somebody listens, with what that environment has. */
    private static final Set<String> ENDLESS = Set.of("GET /api/v1/events");

    private static final String HEAD =
            """
            # Routes and what they take

            What each route of the server takes, as it says itself when it is asked: written and compared by `RoutePermissionTest`,
            and not by hand. *In the environment* is refused, or finds nothing, to who has the role in other environments only;
            *everywhere* takes the role in all of them. Few routes look for their subject before they ask for more; where the test has none, it
            is what looking takes. See [security](security.md).

            ## Roles
            """;

    private Client nobody = new Client(0, null);
    private Client viewer = nobody;
    private Elsewhere elsewhere = new Elsewhere(nobody, nobody, nobody);
    private int clients;

    @LocalServerPort private int port;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private List<RequestMappingHandlerMapping> mappings;

    @TestFactory
    Stream<DynamicTest> takesWhatIsCheckedIn() throws IOException {
        List<Row> rows = rows();
        if (Boolean.getBoolean("cadastre.routes.write")) {
            Files.writeString(CHECKED_IN, text(rows));
        }
        List<String> lines = Files.readAllLines(CHECKED_IN);
        return Stream.concat(
                rows.stream()
                        .map(row ->
                                DynamicTest.dynamicTest(
                                        row.route().name(), () -> assertStated(row, lines))),
                Stream.of(
                        DynamicTest.dynamicTest(
                                "and nothing else",
                                () ->
                                        assertThat(lines)
                                                .as("Write it anew with: " + REGENERATE)
                                                .isEqualTo(text(rows).lines().toList()))));
    }

    private static void assertStated(Row row, List<String> lines) {
        assertThat(lines)
                .as("docs/security-routes.md is behind the code; write it anew: " + REGENERATE)
                .contains(row.line());
    }

    /** What was seen of a route. */
    private record Row(Route route, String takes, String where) {

        String line() {
            return "| `%s` | %s | %s |".formatted(route.name().replace("|", "\\|"), takes, where);
        }
    }

    @BeforeEach
    void signIn() {
        nobody = client(new Grant(Role.REPORTER, ELSEWHERE, "nothing"));
        viewer = client(new Grant(Role.VIEWER, null));
        elsewhere =
                new Elsewhere(
                        client(new Grant(Role.VIEWER, ELSEWHERE)),
                        client(new Grant(Role.OPERATOR, ELSEWHERE)),
                        client(new Grant(Role.ADMINISTRATOR, ELSEWHERE)));
        HttpResponse<String> added =
                client(Grant.EVERYTHING)
                        .json(
                                "POST",
                                "/api/v1/hosts",
                                """
                                {"address": "%s", "environment": "route-here", "push": true}
                                """
                                        .formatted(RouteAccessTest.HOST));
        assertThat(added.statusCode()).as(added.body()).isBetween(200, 299);
    }

    private List<Row> rows() {
        return Route.of(mappings).stream().map(this::row).toList();
    }

    private Client client(Grant grant) {
        String name = "route-asker-" + clients++;
        return new Client(port, access.asSystem(() -> tokens.issue(name, grant, null)).secret());
    }

    /** Those who may do something, but nowhere where there is anything. */
    private record Elsewhere(Client viewer, Client operator, Client administrator) {

        Client with(Role role) {
            return switch (role) {
                case ADMINISTRATOR -> administrator;
                case OPERATOR -> operator;
                default -> viewer;
            };
        }
    }

    private Row row(Route route) {
        if (route.isOpen()) {
            return new Row(route, "nothing", "open to anyone");
        }
        if (route.isOwn()) {
            return new Row(route, "a session or a token", "shows or changes one's own, or nothing");
        }
        if (route.takesReports()) {
            return new Row(route, "a reporter's token, or write inventory (operator)", "the host");
        }
        Demand demand = demand(route);
        if (ENDLESS.contains(route.name())) {
            return new Row(route, demand.text(), IN_ENVIRONMENT);
        }
        HttpResponse<String> answer = RouteAccessTest.call(elsewhere.with(demand.role()), route);
        return new Row(
                route, demand.text(), answer.statusCode() == 403 ? EVERYWHERE : IN_ENVIRONMENT);
    }

    /** What a route wants; one that changes something and looks for it first wants two things. */
    private Demand demand(Route route) {
        HttpResponse<String> refusal = RouteAccessTest.call(nobody, route);
        Demand first =
                Demand.in(refusal.body())
                        .orElseThrow(() ->
                                new AssertionError(
                                        route.name() + " does not say what it takes: " + refusal));
        boolean looks = !route.method().equals("GET") && first.what().startsWith("read ");
        return looks && first.role() == Role.VIEWER
                ? Demand.in(RouteAccessTest.call(viewer, route).body()).orElse(first)
                : first;
    }

    /** What a refusal says is missing. */
    private record Demand(String what, Role role) {

        static Optional<Demand> in(String refusal) {
            Matcher said = REFUSAL.matcher(refusal);
            return said.find()
                    ? Optional.of(
                            new Demand(
                                    said.group(1) + " " + said.group(2),
                                    Role.valueOf(said.group(3))))
                    : Optional.empty();
        }

        String text() {
            return what + " (" + role.word() + ")";
        }
    }

    private static String text(List<Row> rows) {
        List<String> lines = new ArrayList<>(HEAD.lines().toList());
        lines.add("| part | viewer | operator | administrator |");
        lines.add("|---|---|---|---|");
        Stream.of(Part.values()).map(RoutePermissionTest::line).forEach(lines::add);
        lines.add("");
        lines.add(
                "A reporter, which only tokens are, sends reports of its host and does nothing"
                        + " else.");
        lines.add("");
        lines.add("## Routes");
        lines.add("| route | takes | where |");
        lines.add("|---|---|---|");
        rows.stream().map(Row::line).forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String line(Part part) {
        return Stream.of(Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR)
                .map(role -> verbs(role, part))
                .collect(Collectors.joining(" | ", "| " + word(part) + " | ", " |"));
    }

    private static String verbs(Role role, Part part) {
        String verbs =
                Stream.of(Verb.values())
                        .filter(verb -> role.allows(verb, part))
                        .map(RoutePermissionTest::word)
                        .collect(Collectors.joining(", "));
        return verbs.isEmpty() ? "–" : verbs;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
