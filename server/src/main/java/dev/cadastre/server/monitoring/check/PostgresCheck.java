package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.Thresholds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Signs in to a PostgreSQL database, and judges the first value of what a query returns. The query
 * runs in a transaction that only reads.
 */
final class PostgresCheck implements Look {

    private static final int STANDARD_PORT = 5432;
    private static final int MOST_ROWS = 1_000;
    private static final String MOST_BYTES = "4M";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_ALLOWED = "28000";
    private static final String QUERY_CANCELLED = "57014";

    /** How the connection is encrypted; who the server is, a check of the kind TLS tells. */
    enum Tls {
        PREFER,
        REQUIRE,
        DISABLE
    }

    private static final Setting<Integer> PORT = Common.port(STANDARD_PORT);
    private static final Setting<String> DATABASE =
            Setting.defaulted(
                    "database", SettingTypes.LINE, "the database's name", "postgres", "shop");
    private static final Setting<String> USER =
            Setting.required("user", SettingTypes.LINE, "the role to sign in as", "monitor");
    private static final Setting<String> SECRET =
            Setting.optional(
                    "secret",
                    SettingTypes.SECRET,
                    "NAME of the server's variable CADASTRE_SECRET_NAME with the role's password",
                    "SHOP_DB");
    private static final Setting<Tls> TLS =
            Setting.defaulted(
                    "tls",
                    SettingTypes.oneOf(Tls.class),
                    "prefer, require or disable encryption",
                    Common.name(Tls.PREFER),
                    Common.name(Tls.REQUIRE));
    private static final Setting<String> QUERY =
            Setting.defaulted(
                    "query",
                    SettingTypes.TEXT,
                    "one SQL statement that reads; the first column of its first row is the value",
                    "SELECT 1",
                    "SELECT count(*) FROM pg_stat_activity");
    private static final Setting<String> EXPECT =
            Setting.optional(
                    "expect", SettingTypes.LINE, "the text that the value must be", "ready");

    static final Recipe RECIPE =
            new Recipe(
                    List.of(
                            Common.HOST,
                            PORT,
                            Common.FAMILY,
                            DATABASE,
                            USER,
                            SECRET,
                            TLS,
                            QUERY,
                            EXPECT,
                            Common.WARNING,
                            Common.CRITICAL,
                            Common.TIME_WARNING,
                            Common.TIME_CRITICAL),
                    PostgresCheck::conflicts,
                    PostgresCheck::new);

    private final String host;
    private final int port;
    private final Family family;
    private final String database;
    private final String user;
    private final Optional<String> secret;
    private final Tls tls;
    private final String query;
    private final PostgresJudge judge;
    private final Thresholds time;
    private final Reach reach;

    private PostgresCheck(Values values, Means means) {
        this.host = values.get(Common.HOST);
        this.port = values.get(PORT);
        this.family = values.get(Common.FAMILY);
        this.database = values.get(DATABASE);
        this.user = values.get(USER);
        this.secret = values.find(SECRET);
        this.tls = values.get(TLS);
        this.query = statement(values);
        this.judge = new PostgresJudge(values.find(EXPECT), Common.value(values));
        this.time = Common.time(values);
        this.reach = means.reach();
    }

    private static String statement(Values values) {
        return values.get(QUERY).strip().replaceFirst(";$", "");
    }

    /** A second statement could end the transaction that only reads, and begin another. */
    private static List<SettingProblem> conflicts(Values values) {
        return statement(values).indexOf(';') < 0
                ? List.of()
                : List.of(
                        new SettingProblem(
                                QUERY.name(),
                                "The query has a semicolon within",
                                "Write one statement; in texts write chr(59) for a semicolon."));
    }

    @Override
    public PluginResult look(Course course) throws IOException, InterruptedException {
        Place place = reach.find(host, family, port, course);
        course.step("signing in to " + place);
        try (Connection connection = connect(place, course)) {
            course.step("waiting for the query");
            PostgresAnswer answer = ask(connection);
            Duration taken = course.taken();
            Findings findings = new Findings();
            judge.judge(answer, findings);
            findings.time(taken, time);
            findings.detail("PostgreSQL " + connection.getMetaData().getDatabaseProductVersion());
            return findings.result(CheckKind.POSTGRESQL, answer + " in " + Shown.seconds(taken));
        } catch (SQLException e) {
            throw failure(e, course);
        }
    }

    private Connection connect(Place place, Course course) throws SQLException, CheckFailure {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, user);
        // An empty one keeps the driver from looking for a password in files of this server's.
        PGProperty.PASSWORD.set(properties, secret.isPresent() ? course.secret(secret.get()) : "");
        PGProperty.SSL_MODE.set(properties, Common.name(tls));
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        PGProperty.READ_ONLY.set(properties, true);
        PGProperty.PREFER_QUERY_MODE.set(properties, "extended");
        PGProperty.MAX_RESULT_BUFFER.set(properties, MOST_BYTES);
        PGProperty.APPLICATION_NAME.set(properties, "cadastre");
        int seconds = Math.clamp(course.left().toSeconds() + 1, 1, 3_600);
        PGProperty.CONNECT_TIMEOUT.set(properties, Math.max(1, seconds / place.addresses().size()));
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        PGProperty.OPTIONS.set(
                properties,
                "-c default_transaction_read_only=on -c statement_timeout="
                        + Math.max(1, course.left().toMillis()));
        Connection connection = new Driver().connect(url(place), properties);
        return Objects.requireNonNull(connection, "The driver knows its own address");
    }

    /** With addresses, so that the driver has nothing to look up; it tries one after another. */
    private String url(Place place) {
        return place.addresses().stream()
                .map(address -> Place.named(literal(address), place.port()))
                .collect(
                        Collectors.joining(
                                ",",
                                "jdbc:postgresql://",
                                "/" + URLEncoder.encode(database, StandardCharsets.UTF_8)));
    }

    private static String literal(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    private PostgresAnswer ask(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS);
            statement.setEscapeProcessing(false);
            if (!statement.execute(query)) {
                return PostgresAnswer.NOTHING;
            }
            try (ResultSet rows = statement.getResultSet()) {
                return PostgresAnswer.read(rows);
            }
        } finally {
            connection.rollback();
        }
    }

    private CheckFailure failure(SQLException cause, Course course) {
        String code = Objects.requireNonNullElse(cause.getSQLState(), "");
        String said = Objects.requireNonNullElse(cause.getMessage(), "it says nothing");
        return switch (code) {
            case WRONG_PASSWORD, NOT_ALLOWED ->
                    CheckFailure.critical(
                            user + " may not sign in: " + said,
                            "See the role's password, the secret that is named, and pg_hba.conf.");
            case QUERY_CANCELLED ->
                    CheckFailure.critical(
                            "the query takes too long: " + said, "See what it waits for.");
            default ->
                    CheckFailure.critical(
                            String.format(
                                    Locale.ROOT, "broken off while %s: %s", course.step(), said),
                            "See what the database's log says.");
        };
    }
}
