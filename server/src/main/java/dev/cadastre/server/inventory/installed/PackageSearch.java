package dev.cadastre.server.inventory.installed;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.KnownPackage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds packages in the dictionary. Thread-safe. */
@Component
public class PackageSearch {

    /** Behind every text that begins with what stands before it. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final JdbcClient jdbc;
    private final PackageDictionary dictionary;

    PackageSearch(JdbcClient jdbc, PackageDictionary dictionary) {
        this.jdbc = jdbc;
        this.dictionary = dictionary;
    }

    /**
     * A name with all that was ever seen of it.
     *
     * @param ids the packages of that name
     */
    public record Named(String name, PackageType type, PackageIds ids) {}

    /** The packages of exactly that name, whether any host has them or not. */
    public List<KnownPackage> named(
            String name, @Nullable PackageType type, @Nullable String version) {
        int[] ids =
                jdbc
                        .sql(
                                """
                                select id from inventory.package
                                where name collate "C" = :name
                                  and (cast(:type as text) is null or type = :type)
                                  and (cast(:version as text) is null or version = :version)
                                """)
                        .param("name", name)
                        .param("type", type == null ? null : type.name())
                        .param("version", version)
                        .query((row, number) -> row.getInt(1))
                        .list()
                        .stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
        return dictionary.packages(PackageIds.of(ids));
    }

    /** A version of a package, with no more than it takes to choose it. */
    public record Listed(int id, PackageType type, String name, String version) {}

    /** The packages of exactly that name. */
    public List<Listed> listed(String name) {
        return jdbc.sql(
                        """
                        select id, type, name, version from inventory.package
                        where name collate "C" = :name order by type, version
                        """)
                .param("name", name)
                .query(PackageSearch::listed)
                .list();
    }

    /** The packages whose names begin so, by name. */
    public List<Listed> listedFrom(String prefix) {
        return jdbc.sql(
                        """
                        select id, type, name, version from inventory.package
                        where name collate "C" >= :from and name collate "C" < :to
                        order by name collate "C", type, version
                        """)
                .param("from", prefix)
                .param("to", prefix + LAST)
                .query(PackageSearch::listed)
                .list();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getInt("id"),
                PackageType.valueOf(row.getString("type")),
                row.getString("name"),
                row.getString("version"));
    }

    /** The packages that a purl stands for; none if it is not a purl. */
    public List<KnownPackage> byPurl(String purl) {
        PackageURL wanted;
        try {
            wanted = new PackageURL(purl);
        } catch (MalformedPackageURLException e) {
            return List.of();
        }
        Predicate<KnownPackage> matching = known -> matches(wanted, known);
        return type(wanted).stream()
                .flatMap(type ->
                        names(wanted, type).flatMap(name -> named(name, type, null).stream()))
                .filter(matching)
                .toList();
    }

    /** The next names that fit a {@link NamePattern}, by name and type. */
    public List<Named> names(
            @Nullable String text,
            @Nullable PackageType type,
            @Nullable String afterName,
            @Nullable String afterType,
            int limit) {
        return jdbc.sql(
                        """
                        select name, type, array_agg(id) as ids from inventory.package
                        where (cast(:wanted as text) is null or lower(name) like :wanted)
                          and (cast(:type as text) is null or type = :type)
                          and (cast(:afterName as text) is null
                               or (name collate "C", type) > (:afterName, :afterType))
                        group by name, type order by name collate "C", type limit :limit
                        """)
                .param("wanted", text == null ? null : new NamePattern(text).like())
                .param("type", type == null ? null : type.name())
                .param("afterName", afterName)
                .param("afterType", afterType)
                .param("limit", limit)
                .query((row, number) ->
                        new Named(
                                row.getString("name"),
                                PackageType.valueOf(row.getString("type")),
                                PackageSets.ids(row, "ids")))
                .list();
    }

    private static Optional<PackageType> type(PackageURL purl) {
        return Arrays.stream(PackageType.values())
                .filter(type -> type.purlType().equals(purl.getType()))
                .findFirst();
    }

    /** The names under which package managers may know it; PyPI's purls fold theirs. */
    private Stream<String> names(PackageURL purl, PackageType type) {
        String namespace = purl.getNamespace();
        String name = purl.getName();
        return switch (type) {
            case DEB, RPM, APK, GEM -> Stream.of(name);
            case NPM, GOLANG -> Stream.of(namespace == null ? name : namespace + "/" + name);
            case MAVEN -> Stream.of(namespace == null ? name : namespace + ":" + name);
            case PYPI -> folded(name);
        };
    }

    private Stream<String> folded(String name) {
        return jdbc
                .sql(
                        """
                        select distinct name from inventory.package
                        where type = 'PYPI' and replace(lower(name), '_', '-') = ?
                        """)
                .param(name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .query((row, number) -> row.getString(1))
                .list()
                .stream();
    }

    private static boolean matches(PackageURL wanted, KnownPackage known) {
        PackageURL purl;
        try {
            purl = new PackageURL(known.purl());
        } catch (MalformedPackageURLException e) {
            throw new IllegalStateException("The register wrote a purl that is none", e);
        }
        return Objects.equals(wanted.getName(), purl.getName())
                && Objects.equals(wanted.getNamespace(), purl.getNamespace())
                && (wanted.getVersion() == null || wanted.getVersion().equals(purl.getVersion()))
                && qualifiers(purl).entrySet().containsAll(qualifiers(wanted).entrySet());
    }

    /** Without the distribution's release, which is the host's. */
    private static Map<String, String> qualifiers(PackageURL purl) {
        Map<String, String> qualifiers =
                new HashMap<>(Objects.requireNonNullElse(purl.getQualifiers(), Map.of()));
        qualifiers.remove("distro");
        return qualifiers;
    }
}
