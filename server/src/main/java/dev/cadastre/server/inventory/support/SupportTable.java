package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.PackageIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what systems, runtimes and servers the hosts have, for all hosts at once or like one. */
@Component
class SupportTable {

    private static final int MOST_ALIKE = 500;

    private final JdbcClient jdbc;
    private final HoldingsReader holdings;

    SupportTable(JdbcClient jdbc, HoldingsReader holdings) {
        this.jdbc = jdbc;
        this.holdings = holdings;
    }

    /** What is needed of a host to judge it. */
    record Place(
            int ordinal,
            String environment,
            List<String> groups,
            @Nullable String osId,
            @Nullable String os) {}

    /** A runtime that hosts have: {@code example} is one of them. */
    record Alike(String kind, String path, String version, int hosts, String example) {}

    private record Known(int id, String product, String version) {}

    Optional<Place> place(String host, Reach reach) {
        return jdbc.sql(
                        """
                        select ordinal, environment, groups, os_id, os from inventory.host
                        where name = :name
                          and (cast(:reach as text[]) is null or environment = any(:reach))
                        order by retired_at desc nulls first limit 1
                        """)
                .param("name", host)
                .param("reach", reach.parameter())
                .query((row, number) ->
                        new Place(
                                row.getInt("ordinal"),
                                row.getString("environment"),
                                List.of((String[]) row.getArray("groups").getArray()),
                                row.getString("os_id"),
                                row.getString("os")))
                .optional();
    }

    /** The living hosts within reach, by environment. */
    Map<String, RoaringBitmap> environments(Reach reach) {
        Map<String, RoaringBitmap> environments = new HashMap<>();
        jdbc.sql(
                        """
                        select environment, array_agg(ordinal) as hosts from inventory.host
                        where lifecycle = 'LIVE'
                          and (cast(:reach as text[]) is null or environment = any(:reach))
                        group by environment
                        """)
                .param("reach", reach.parameter())
                .query(row -> {
                    environments.put(row.getString("environment"), hosts(row));
                });
        return environments;
    }

    /** Everything that hosts have of the products that are known here. */
    List<SupportedPart> parts() {
        List<SupportedPart> parts = new ArrayList<>(systems());
        parts.addAll(runtimes());
        parts.addAll(packages());
        return parts;
    }

    private List<SupportedPart> systems() {
        List<SupportedPart> parts = new ArrayList<>();
        jdbc.sql(
                        """
                        select os_id, os, array_agg(ordinal) as hosts from inventory.host
                        where lifecycle = 'LIVE' and os is not null group by os_id, os
                        """)
                .query(row -> {
                    String name = row.getString("os");
                    Optional<String> product = Products.ofSystem(row.getString("os_id"), name);
                    if (product.isPresent()) {
                        parts.add(new SupportedPart(product.get(), name, hosts(row)));
                    }
                });
        return parts;
    }

    private List<SupportedPart> runtimes() {
        List<SupportedPart> parts = new ArrayList<>();
        jdbc.sql(
                        """
                        select split_part(key, ' ', 1) as kind, value ->> 'version' as version,
                               array_agg(distinct cast(subject as int)) as hosts
                        from inventory.runtime where until = 'infinity'
                          and value ->> 'version' is not null
                        group by 1, 2
                        """)
                .query(row -> {
                    Optional<String> product = Products.ofRuntime(row.getString("kind"));
                    if (product.isPresent()) {
                        parts.add(
                                new SupportedPart(
                                        product.get(), row.getString("version"), hosts(row)));
                    }
                });
        return parts;
    }

    private List<SupportedPart> packages() {
        List<Known> known =
                jdbc
                        .sql(
                                """
                                select id, type, name, version from inventory.package
                                where name ~ :names
                                """)
                        .param("names", Products.PACKAGE_NAMES)
                        .query(SupportTable::server)
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .toList();
        return holdings.ask(
                PackageIds.of(known.stream().mapToInt(Known::id)),
                null,
                held ->
                        known.stream()
                                .map(item ->
                                        new SupportedPart(
                                                item.product(),
                                                item.version(),
                                                held.holders(item.id()).clone()))
                                .toList());
    }

    private static Optional<Known> server(ResultSet row, int number) throws SQLException {
        int id = row.getInt("id");
        String version = row.getString("version");
        PackageType type = PackageType.valueOf(row.getString("type"));
        return Products.ofPackage(type, row.getString("name"))
                .map(product -> new Known(id, product, version));
    }

    /** The hosts of these ordinals within reach, by name. */
    List<Map.Entry<Integer, LineHost>> hosts(
            RoaringBitmap wanted, @Nullable String after, int limit, Reach reach) {
        return jdbc.sql(
                        """
                        select ordinal, name, environment from inventory.host
                        where lifecycle = 'LIVE' and ordinal = any(:wanted)
                          and (cast(:reach as text[]) is null or environment = any(:reach))
                          and (cast(:after as text) is null or name collate "C" > :after)
                        order by name collate "C" limit :limit
                        """)
                .param("wanted", wanted.toArray())
                .param("reach", reach.parameter())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) ->
                        Map.entry(
                                row.getInt("ordinal"),
                                new LineHost(
                                        row.getString("name"),
                                        row.getString("environment"),
                                        List.of(),
                                        List.of())))
                .list();
    }

    /**
     * The runtimes of other hosts with the same system's major release in the same environment or a
     * common group, those that most have first.
     */
    List<Alike> alike(Place place, Collection<String> kinds, Reach reach) {
        if (kinds.isEmpty() || place.osId() == null || place.os() == null) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select key, value ->> 'version' as version, count(*) as hosts,
                               min(name) as example
                        from inventory.host
                        join inventory.runtime on subject = ordinal and until = 'infinity'
                        where lifecycle = 'LIVE' and ordinal <> :host and os_id = :osId
                          and substring(os from '[0-9]+')
                              is not distinct from substring(:os from '[0-9]+')
                          and (environment = :environment or groups && cast(:groups as text[]))
                          and (cast(:reach as text[]) is null or environment = any(:reach))
                          and split_part(key, ' ', 1) = any(:kinds)
                          and value ->> 'version' is not null
                        group by 1, 2 order by hosts desc, key limit :limit
                        """)
                .param("host", place.ordinal())
                .param("osId", place.osId())
                .param("os", place.os())
                .param("environment", place.environment())
                .param("groups", place.groups().toArray(String[]::new))
                .param("reach", reach.parameter())
                .param("kinds", kinds.toArray(String[]::new))
                .param("limit", MOST_ALIKE)
                .query((row, number) -> {
                    String key = row.getString("key");
                    int space = key.indexOf(' ');
                    return new Alike(
                            key.substring(0, space),
                            key.substring(space + 1),
                            row.getString("version"),
                            row.getInt("hosts"),
                            row.getString("example"));
                })
                .list();
    }

    private static RoaringBitmap hosts(ResultSet row) throws SQLException {
        Integer[] ordinals = (Integer[]) row.getArray("hosts").getArray();
        return RoaringBitmap.bitmapOf(
                Arrays.stream(ordinals).mapToInt(Integer::intValue).toArray());
    }
}
