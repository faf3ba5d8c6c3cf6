package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.PackageDictionary;
import dev.cadastre.server.inventory.installed.PackageIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tells which hosts have packages of a kind that somebody looks for again and again. Asks for no
 * permission, for it serves other parts of the server. Thread-safe.
 */
@Service
public class ChosenPackages {

    private final PackageDictionary dictionary;
    private final HoldingsReader holdings;
    private final JdbcClient jdbc;

    ChosenPackages(PackageDictionary dictionary, HoldingsReader holdings, JdbcClient jdbc) {
        this.dictionary = dictionary;
        this.holdings = holdings;
        this.jdbc = jdbc;
    }

    /** A choice that is made once for each package that is ever known. */
    public Choice of(Predicate<KnownPackage> wanted) {
        return new Choice(wanted);
    }

    /** Some packages, whoever has them. Thread-safe. */
    public final class Choice {

        private final Predicate<KnownPackage> wanted;
        private final List<KnownPackage> chosen = new ArrayList<>();
        private int last;

        private Choice(Predicate<KnownPackage> wanted) {
            this.wanted = wanted;
        }

        /** Those that some hosts have now, by the ordinal of the host. */
        public synchronized Map<Integer, List<KnownPackage>> on(RoaringBitmap hosts) {
            choose();
            Map<Integer, List<KnownPackage>> found = new HashMap<>();
            PackageIds ids = PackageIds.of(chosen.stream().mapToInt(KnownPackage::id));
            holdings.askHolders(
                    ids,
                    null,
                    held -> {
                        for (KnownPackage one : chosen) {
                            RoaringBitmap.and(held.holders(one.id()), hosts)
                                    .forEach((int host) ->
                                            found.computeIfAbsent(host, _ -> new ArrayList<>())
                                                    .add(one));
                        }
                        return true;
                    });
            return found;
        }

        /** Packages are numbered upwards as they become known. */
        private void choose() {
            List<Integer> fresh =
                    jdbc.sql("select id from inventory.package where id > ? order by id")
                            .param(last)
                            .query((row, number) -> row.getInt(1))
                            .list();
            if (!fresh.isEmpty()) {
                dictionary.packages(PackageIds.of(fresh)).stream()
                        .filter(wanted)
                        .forEach(chosen::add);
                last = fresh.getLast();
            }
        }
    }
}
