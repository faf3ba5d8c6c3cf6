package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.search.SearchHit;
import dev.cadastre.server.search.SearchHit.Kind;
import dev.cadastre.server.search.SearchHit.Rank;
import dev.cadastre.server.search.SearchIntent;
import dev.cadastre.server.search.SearchSource;
import java.time.Instant;
import java.util.List;
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
        return containing(name, null, reach, HOSTS_MEANT).stream()
                .map(Host::name)
                .filter(name::equalsIgnoreCase)
                .findFirst();
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
                .limit(limit)
                .toList();
    }

    private Stream<Host> meant(String name, @Nullable String environment, Reach reach) {
        List<Host> found = containing(name, environment, reach, HOSTS_MEANT);
        List<Host> exact =
                found.stream().filter(host -> host.name().equalsIgnoreCase(name)).toList();
        return (exact.isEmpty() ? found : exact).stream();
    }

    private Stream<SearchHit> onHost(String subject, Host host, Reach reach, int limit) {
        var query = new HostPackageQuery(host.name(), subject, null, null, null, limit);
        return packages.ofHost(query, reach).items().stream()
                .map(found ->
                        installed(
                                subject,
                                host.name(),
                                host.environment(),
                                found.item(),
                                found.since()));
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
        var query = new PackageNameQuery(subject, null, null, null, limit);
        Stream<SearchHit> names =
                packages.names(query, reach).items().stream().map(name -> ofPackage(subject, name));
        Stream<SearchHit> places =
                Stream.concat(
                        hostHits(subject, null, reach, limit).stream(),
                        environmentHits(subject, reach));
        return Stream.concat(names, places).toList();
    }

    private List<Host> containing(
            String text, @Nullable String environment, Reach reach, int limit) {
        var query =
                new HostQuery(environment, null, text, false, Lifecycle.LIVE, null, null, limit);
        return hosts.find(query, reach).items();
    }

    private List<SearchHit> hostHits(
            String text, @Nullable String environment, Reach reach, int limit) {
        return containing(text, environment, reach, limit).stream()
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

    private static SearchHit ofPackage(String subject, PackageName name) {
        return new SearchHit(
                Kind.PACKAGE,
                Rank.of(name.name(), subject),
                name.name(),
                "%s, %d versions on %d hosts"
                        .formatted(name.type().purlType(), name.versions(), name.hosts()),
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
