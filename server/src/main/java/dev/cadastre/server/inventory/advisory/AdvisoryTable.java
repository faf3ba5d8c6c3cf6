package dev.cadastre.server.inventory.advisory;

import dev.cadastre.probe.PackageType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The advisories that were loaded. */
@Component
class AdvisoryTable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    AdvisoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one advisory says of the packages of a name and type. */
    record Entry(
            String advisory,
            PackageType type,
            @Nullable String namespace,
            @Nullable String release,
            String name,
            Affected affected) {}

    /** Grows with each load; 0 before the first. */
    long loads() {
        return jdbc.sql("select coalesce(max(id), 0) from inventory.advisory_load")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    void noteLoad(Instant now, int advisories) {
        jdbc.sql("insert into inventory.advisory_load (at, advisories) values (?, ?)")
                .param(Timestamp.from(now))
                .param(advisories)
                .update();
    }

    /** Puts these in place of those of the same names. */
    void replace(Collection<OsvDocument> documents) {
        List<Advisory> advisories = documents.stream().map(OsvDocument::advisory).toList();
        jdbc.sql("delete from inventory.advisory where id = any(?)")
                .param(column(advisories, Advisory::id))
                .update();
        jdbc.sql(
                        """
                        insert into inventory.advisory
                          (id, modified, published, withdrawn, aliases, summary, details, severity)
                        select id, modified, published, withdrawn,
                               string_to_array(aliases, chr(10)), summary, details, severity
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?) as told (id, modified, published,
                          withdrawn, aliases, summary, details, severity)
                        """)
                .param(column(advisories, Advisory::id))
                .param(moments(advisories, Advisory::modified))
                .param(moments(advisories, Advisory::published))
                .param(moments(advisories, Advisory::withdrawn))
                .param(column(advisories, AdvisoryTable::aliases))
                .param(column(advisories, Advisory::summary))
                .param(column(advisories, Advisory::details))
                .param(column(advisories, Advisory::severity))
                .update();
        documents.forEach(this::insertPackages);
    }

    private static String aliases(Advisory advisory) {
        return String.join("\n", advisory.aliases());
    }

    private static @Nullable Timestamp[] moments(
            List<Advisory> advisories, Function<Advisory, @Nullable Instant> component) {
        @Nullable Timestamp[] moments = new @Nullable Timestamp[advisories.size()];
        for (int i = 0; i < moments.length; i++) {
            Instant moment = component.apply(advisories.get(i));
            moments[i] = moment == null ? null : Timestamp.from(moment);
        }
        return moments;
    }

    private static <T> @Nullable String[] column(
            List<T> items, Function<T, @Nullable String> component) {
        @Nullable String[] values = new @Nullable String[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = component.apply(items.get(i));
        }
        return values;
    }

    private void insertPackages(OsvDocument document) {
        List<AffectedPackage> packages = document.packages();
        jdbc.sql(
                        """
                        insert into inventory.advisory_package (advisory, place, ecosystem, type,
                          namespace, release, name, affected)
                        select ?, place, ecosystem, type, namespace, release, name,
                               cast(affected as json)
                        from unnest(?, ?, ?, ?, ?, ?) with ordinality as told (ecosystem, type,
                          namespace, release, name, affected, place)
                        """)
                .param(document.advisory().id())
                .param(column(packages, AffectedPackage::ecosystem))
                .param(column(packages, each -> of(each, target -> target.type().name())))
                .param(column(packages, each -> of(each, Ecosystem::namespace)))
                .param(column(packages, each -> of(each, Ecosystem::release)))
                .param(column(packages, AffectedPackage::name))
                .param(column(packages, each -> MAPPER.writeValueAsString(each.affected())))
                .update();
    }

    private static @Nullable String of(
            AffectedPackage each, Function<Ecosystem, @Nullable String> component) {
        Ecosystem target = each.target();
        return target == null ? null : component.apply(target);
    }

    /** Gives what advisories that stand say of packages of these names, as it is read. */
    void entries(Collection<String> names, Consumer<Entry> target) {
        jdbc.sql(
                        """
                        select p.* from inventory.advisory_package p
                        join inventory.advisory on id = advisory
                        where type is not null and name = any(?) and withdrawn is null
                        """)
                .param(names.toArray(String[]::new))
                .query(row -> {
                    target.accept(
                            new Entry(
                                    row.getString("advisory"),
                                    PackageType.valueOf(row.getString("type")),
                                    row.getString("namespace"),
                                    row.getString("release"),
                                    row.getString("name"),
                                    MAPPER.readValue(row.getString("affected"), Affected.class)));
                });
    }

    /** The advisory of that name; or else the one that it is an alias of. */
    Optional<Advisory> named(String name) {
        return jdbc.sql(
                        """
                        select * from inventory.advisory where id = :name or :name = any(aliases)
                        order by id <> :name, withdrawn desc nulls first, id limit 1
                        """)
                .param("name", name)
                .query(AdvisoryTable::advisory)
                .optional();
    }

    List<Advisory> all(Collection<String> ids) {
        return jdbc.sql("select * from inventory.advisory where id = any(?) order by id")
                .param(ids.toArray(String[]::new))
                .query(AdvisoryTable::advisory)
                .list();
    }

    private static Advisory advisory(ResultSet row, int number) throws SQLException {
        Timestamp published = row.getTimestamp("published");
        Timestamp withdrawn = row.getTimestamp("withdrawn");
        return new Advisory(
                row.getString("id"),
                row.getTimestamp("modified").toInstant(),
                published == null ? null : published.toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                List.of((String[]) row.getArray("aliases").getArray()),
                row.getString("summary"),
                row.getString("details"),
                row.getString("severity"));
    }
}
