package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.search.SearchHit;
import dev.cadastre.server.search.SearchHit.Kind;
import dev.cadastre.server.search.SearchHit.Rank;
import dev.cadastre.server.search.SearchIntent;
import dev.cadastre.server.search.SearchSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds packages, hosts and environments for the search box. */
@Component
class InventorySearch implements SearchSource {

    /** A half-typed host name stands for no more hosts than this. */
    private static final int HOSTS_MEANT = 10;

    private final Hosts hosts;
    private final Packages packages;

    InventorySearch(Hosts hosts, Packages packages) {
        this.hosts = hosts;
        this.packages = packages;
    }

    @Override
    public Set<String> environments(Reach reach) {
        return hosts.environments(null, reach).stream()
                .map(EnvironmentNumbers::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<String> host(String name, Reach reach) {
        return exactly(name, null, reach)
                .or(() ->
                        containing(name, null, reach, HOSTS_MEANT).stream()
                                .filter(host -> host.name().equalsIgnoreCase(name))
                                .findFirst())
                .map(Host::name);
    }

    @Override
    public List<SearchHit> find(SearchIntent intent, Reach reach, int limit) {
        String subject = intent.subject();
        if (subject == null) {
            return places(intent, reach, limit);
        }
        if (intent.host() != null) {
            return onHosts(subject, intent.host(), intent.environment(), reach, limit);
        }
        return intent.environment() == null
                ? anywhere(subject, reach, limit)
                : inEnvironment(subject, intent.environment(), reach, limit);
    }

    private List<SearchHit> places(SearchIntent intent, Reach reach, int limit) {
        if (intent.host() != null) {
            return hostHits(intent.host(), intent.environment(), reach, limit);
        }
        return intent.environment() == null
                ? List.of()
                : environmentHits(intent.environment(), reach).toList();
    }

    private List<SearchHit> onHosts(
            String subject, String host, @Nullable String environment, Reach reach, int limit) {
        return meant(host, environment, reach)
                .flatMap(found -> onHost(subject, found, reach, limit))
                .sorted(Comparator.comparing(SearchHit::rank))
                .limit(limit)
                .toList();
    }

    private Stream<Host> meant(String name, @Nullable String environment, Reach reach) {
        Optional<Host> exact = exactly(name, environment, reach);
        return exact.isPresent()
                ? exact.stream()
                : containing(name, environment, reach, HOSTS_MEANT).stream();
    }

    private Stream<SearchHit> onHost(String subject, Host host, Reach reach, int limit) {
        var query = new HostPackageQuery(host.name(), subject, null, null, null, limit);
        Page<HostPackage> page = packages.ofHost(query, reach);
        Stream<SearchHit> found =
                page.items().stream()
                        .map(each -> installed(subject, host, each.item(), each.since()));
        // The list is by name, so that its end may hold what was named.
        return page.next() == null
                ? found
                : Stream.concat(named(subject, host, reach, limit), found).distinct();
    }

    private Stream<SearchHit> named(String subject, Host host, Reach reach, int limit) {
        return spellings(subject)
                .map(name ->
                        new PackageHolderQuery(
                                name, null, null, null, null, host.name(), null, null, limit))
                .flatMap(query -> packages.hosts(query, reach).items().stream())
                .map(holder -> installed(subject, host, holder.item(), holder.since()));
    }

    private List<SearchHit> inEnvironment(
            String subject, String environment, Reach reach, int limit) {
        var query =
                new PackageHolderQuery(
                        subject, null, null, null, environment, null, null, null, limit);
        Stream<SearchHit> holders =
                packages.hosts(query, reach).items().stream()
                        .map(holder ->
                                installed(
                                        subject,
                                        holder.host(),
                                        holder.environment(),
                                        holder.item(),
                                        holder.since()));
        return Stream.concat(holders, hostHits(subject, environment, reach, limit).stream())
                .limit(limit)
                .toList();
    }

    private List<SearchHit> anywhere(String subject, Reach reach, int limit) {
        Stream<SearchHit> names =
                names(subject, reach, limit).map(name -> ofPackage(subject, name));
        Stream<SearchHit> places =
                Stream.concat(
                        hostHits(subject, null, reach, limit).stream(),
                        environmentHits(subject, reach));
        return Stream.concat(names, places).toList();
    }

    private Stream<PackageName> names(String subject, Reach reach, int limit) {
        Page<PackageName> page = names(subject, null, reach, limit);
        if (page.next() == null) {
            return page.items().stream();
        }
        // Names that begin so come next to the name itself, which many others may precede.
        return Stream.concat(
                        spellings(subject)
                                .map(name -> names(name, Cursor.of(name, ""), reach, limit))
                                .flatMap(nearest -> nearest.items().stream()),
                        page.items().stream())
                .distinct()
                .sorted(Comparator.comparing(name -> Rank.of(name.name(), subject)))
                .limit(limit);
    }

    private Page<PackageName> names(String text, @Nullable String after, Reach reach, int limit) {
        return packages.names(new PackageNameQuery(text, null, null, after, limit), reach);
    }

    /** A name as it was typed, and as most names are written. */
    private static Stream<String> spellings(String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT)).distinct();
    }

    private Optional<Host> exactly(String name, @Nullable String environment, Reach reach) {
        return spellings(name)
                .flatMap(spelling -> hosts.named(spelling, null, reach).stream())
                .filter(host -> host.lifecycle() == Lifecycle.LIVE)
                .filter(host -> environment == null || host.environment().equals(environment))
                .findFirst();
    }

    private List<Host> containing(
            String text, @Nullable String environment, Reach reach, int limit) {
        var query =
                new HostQuery(environment, null, text, false, Lifecycle.LIVE, null, null, limit);
        return hosts.find(query, reach).items();
    }

    private List<SearchHit> hostHits(
            String text, @Nullable String environment, Reach reach, int limit) {
        return Stream.concat(
                        exactly(text, environment, reach).stream(),
                        containing(text, environment, reach, limit).stream())
                .distinct()
                .limit(limit)
                .map(host -> ofHost(text, host))
                .toList();
    }

    private Stream<SearchHit> environmentHits(String text, Reach reach) {
        return hosts.environments(null, reach).stream()
                .filter(environment -> environment.name().equalsIgnoreCase(text))
                .map(InventorySearch::ofEnvironment);
    }

    private static SearchHit installed(
            String subject, String host, String environment, KnownPackage item, Instant since) {
        return new SearchHit(
                Kind.INSTALLED_PACKAGE,
                Rank.of(item.name(), subject),
                item.name(),
                "%s on %s in %s".formatted(item.version(), host, environment),
                host,
                environment,
                item.type().purlType(),
                item.version(),
                since);
    }

    private static SearchHit installed(
            String subject, Host host, KnownPackage item, Instant since) {
        return installed(subject, host.name(), host.environment(), item, since);
    }

    private static String counted(long count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    private static SearchHit ofPackage(String subject, PackageName name) {
        return new SearchHit(
                Kind.PACKAGE,
                Rank.of(name.name(), subject),
                name.name(),
                "%s, %s on %s"
                        .formatted(
                                name.type().purlType(),
                                counted(name.versions(), "version"),
                                counted(name.hosts(), "host")),
                null,
                null,
                name.type().purlType(),
                null,
                null);
    }

    private static SearchHit ofHost(String text, Host host) {
        String system = host.os() == null ? "not yet reported" : host.os();
        return new SearchHit(
                Kind.HOST,
                Rank.of(host.name(), text),
                host.name(),
                "%s in %s".formatted(system, host.environment()),
                host.name(),
                host.environment(),
                null,
                null,
                null);
    }

    private static SearchHit ofEnvironment(EnvironmentNumbers environment) {
        return new SearchHit(
                Kind.ENVIRONMENT,
                Rank.EXACT,
                environment.name(),
                environment.hosts() + " hosts",
                null,
                environment.name(),
                null,
                null,
                null);
    }
}
