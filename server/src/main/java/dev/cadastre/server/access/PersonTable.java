package dev.cadastre.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of people and their grants. */
@Component
class PersonTable {

    private final JdbcClient jdbc;

    PersonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a person and tells the id; empty where the name is taken. */
    Optional<Long> add(String name, Instant now) {
        return jdbc.sql(
                        """
                        insert into access.person (name, created_at) values (?, ?)
                        on conflict do nothing returning id
                        """)
                .param(name)
                .param(Timestamp.from(now))
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    /** Adds an administrator where there is nobody yet. */
    void addFirst(String name, Instant now) {
        jdbc.sql(
                        """
                        with first as (
                          insert into access.person (name, created_at)
                          select ?, ? where not exists (select from access.person)
                          on conflict do nothing returning id)
                        insert into access.person_grant (person, role) select id, ? from first
                        """)
                .param(name)
                .param(Timestamp.from(now))
                .param(Role.ADMINISTRATOR.name())
                .update();
    }

    /**
     * Makes writers of people wait for each other until the transaction ends, so that two of them
     * cannot each take away one of the last two administrators.
     */
    void lock() {
        jdbc.sql("lock table access.person in share row exclusive mode").update();
    }

    List<Person> list() {
        return jdbc.sql("select * from access.person order by name").query(this::person).list();
    }

    Optional<Person> find(long id) {
        return jdbc.sql("select * from access.person where id = ?")
                .param(id)
                .query(this::person)
                .optional();
    }

    Optional<Person> find(String name) {
        return jdbc.sql("select * from access.person where name = ?")
                .param(name)
                .query(this::person)
                .optional();
    }

    @Nullable String password(long id) {
        return jdbc.sql("select password from access.person where id = ? and password is not null")
                .param(id)
                .query((row, number) -> row.getString(1))
                .optional()
                .orElse(null);
    }

    void setPassword(long id, String encoded) {
        jdbc.sql("update access.person set password = ? where id = ?")
                .param(encoded)
                .param(id)
                .update();
    }

    void setDisabled(long id, @Nullable Instant since) {
        jdbc.sql("update access.person set disabled_at = ? where id = ?")
                .param(since == null ? null : Timestamp.from(since))
                .param(id)
                .update();
    }

    void setGrants(long id, List<Grant> grants) {
        jdbc.sql("delete from access.person_grant where person = ?").param(id).update();
        for (Grant grant : grants) {
            jdbc.sql(
                            """
                            insert into access.person_grant (person, role, environment)
                            values (?, ?, ?) on conflict do nothing
                            """)
                    .param(id)
                    .param(grant.role().name())
                    .param(grant.environment())
                    .update();
        }
    }

    private List<Grant> grants(long id) {
        return jdbc.sql(
                        """
                        select role, environment from access.person_grant
                        where person = ? order by environment nulls first, role
                        """)
                .param(id)
                .query((row, number) ->
                        new Grant(
                                Role.valueOf(row.getString("role")), row.getString("environment")))
                .list();
    }

    private Person person(ResultSet row, int number) throws SQLException {
        Timestamp disabled = row.getTimestamp("disabled_at");
        long id = row.getLong("id");
        return new Person(
                id,
                row.getString("name"),
                grants(id),
                row.getString("password") != null,
                row.getTimestamp("created_at").toInstant(),
                disabled == null ? null : disabled.toInstant());
    }
}
