package dev.cadastre.server.estate;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of this part. Takes part in the transaction of its caller. */
@Component
class EstateStore {
    /** How many contents of the file are kept. */
    static final int KEPT_FILES = 100;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    EstateStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was in force last; its model has yet to be read. */
    EstateState last() {
        Additions additions = additions();
        return jdbc.sql(
                        """
                        select file, content, tests, applied_at from estate.applied_file
                        order by id desc limit 1
                        """)
                .query((row, number) -> state(row, additions))
                .optional()
                .orElse(EstateState.NOTHING.with(additions, EstateModel.EMPTY));
    }

    /**
     * Stores a content as the one in force.
     *
     * @param tests that it names, by their paths in it
     */
    void apply(String file, FileBytes content, Map<String, String> tests, Instant at) {
        jdbc.sql(
                        """
                        insert into estate.applied_file (file, content, tests, applied_at)
                        values (?, ?, cast(? as json), ?)
                        """)
                .param(file)
                .param(content.bytes())
                .param(JSON.writeValueAsString(tests))
                .param(Timestamp.from(at))
                .update();
        jdbc.sql(
                        """
                        delete from estate.applied_file where id <=
                          (select id from estate.applied_file order by id desc offset ? limit 1)
                        """)
                .param(KEPT_FILES)
                .update();
    }

    /** Removes what was added and is kept no more. */
    void keepOnly(Additions kept, Additions before) {
        before.hosts().stream()
                .filter(host -> !kept.hosts().contains(host))
                .forEach(host -> removeHost(host.name()));
        before.environments().stream()
                .filter(environment -> !kept.environments().contains(environment))
                .forEach(environment -> removeEnvironment(environment.name()));
    }

    private Additions additions() {
        Map<String, Map<String, String>> settings = settings();
        List<AddedHost> hosts =
                jdbc.sql("select * from estate.added_host order by added_at, name")
                        .query((row, number) -> addedHost(row, settings))
                        .list();
        List<AddedEnvironment> environments =
                jdbc.sql("select * from estate.added_environment order by added_at, name")
                        .query((row, number) ->
                                new AddedEnvironment(
                                        row.getString("name"), row.getString("added_by")))
                        .list();
        return new Additions(hosts, environments);
    }

    void add(AddedHost added) {
        jdbc.sql(
                        """
                        insert into estate.added_host (name, environment, groups, added_by, added_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(added.name())
                .param(added.host().environment())
                .param(added.host().groups().toArray(String[]::new))
                .param(added.actor())
                .param(Timestamp.from(clock.instant()))
                .update();
        added.host()
                .settings()
                .forEach((key, value) ->
                        jdbc.sql("insert into estate.added_host_setting values (?, ?, ?)")
                                .param(added.name())
                                .param(key)
                                .param(value)
                                .update());
    }

    void add(AddedEnvironment added) {
        jdbc.sql("insert into estate.added_environment (name, added_by, added_at) values (?, ?, ?)")
                .param(added.name())
                .param(added.actor())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    void removeHost(String name) {
        jdbc.sql("delete from estate.added_host where name = ?").param(name).update();
    }

    void removeEnvironment(String name) {
        jdbc.sql("delete from estate.added_environment where name = ?").param(name).update();
    }

    private Map<String, Map<String, String>> settings() {
        Map<String, Map<String, String>> settings = new HashMap<>();
        jdbc.sql("select host, key, value from estate.added_host_setting")
                .query(row -> {
                    settings.computeIfAbsent(row.getString("host"), h -> new HashMap<>())
                            .put(row.getString("key"), row.getString("value"));
                });
        return settings;
    }

    private static AddedHost addedHost(ResultSet row, Map<String, Map<String, String>> settings)
            throws SQLException {
        String name = row.getString("name");
        return new AddedHost(
                new NewHost(
                        name,
                        row.getString("environment"),
                        texts(row.getArray("groups")),
                        settings.getOrDefault(name, Map.of())),
                row.getString("added_by"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    private static Map<String, String> tests(String json) {
        Map<String, String> tests = new HashMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(test -> tests.put(test.getKey(), test.getValue().stringValue()));
        return tests;
    }

    private static EstateState state(ResultSet row, Additions additions) throws SQLException {
        return new EstateState(
                row.getString("file"),
                new FileBytes(row.getBytes("content")),
                tests(row.getString("tests")),
                row.getTimestamp("applied_at").toInstant(),
                additions,
                EstateModel.EMPTY);
    }
}
