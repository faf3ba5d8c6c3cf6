package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The hosts. Where a name is asked for, the living host of that name is meant, and the one retired
 * last if none lives. Thread-safe.
 */
@Service
public class Hosts {

    private final HostReader reader;
    private final HostSelection selection;
    private final HostTable table;
    private final IdentityKeyTable keys;
    private final Sources sources;
    private final JsonstatsTable jsonstats;
    private final ConflictTable conflicts;
    private final HostLife life;
    private final HoldingsReader holdings;

    Hosts(
            HostReader reader,
            HostSelection selection,
            HostTable table,
            IdentityKeyTable keys,
            Sources sources,
            JsonstatsTable jsonstats,
            ConflictTable conflicts,
            HostLife life,
            HoldingsReader holdings) {
        this.reader = reader;
        this.selection = selection;
        this.table = table;
        this.keys = keys;
        this.sources = sources;
        this.jsonstats = jsonstats;
        this.conflicts = conflicts;
        this.life = life;
        this.holdings = holdings;
    }

    /** The hosts that match, by name. */
    @Transactional(readOnly = true)
    public Page<Host> find(HostQuery query, Reach reach) {
        return page(query, reader.find(query, null, reach));
    }

    /**
     * The hosts that match and that a text in the query language finds, by name. Where the text
     * asks for lifecycles, these count.
     *
     * @throws dev.cadastre.server.search.QueryRefused if the text is no query
     * @throws dev.cadastre.server.search.QueryTooSlow if it takes too long
     */
    @Transactional(readOnly = true)
    public Page<Host> find(HostQuery query, String text, Reach reach) {
        HostSelection.Selected selected = selection.select(query, text, reach);
        List<HostRow> rows = reader.find(selected.query(), selected.among(), reach);
        // One that was retired since it was chosen must not end the list before its end.
        return page(
                query,
                rows.size() < selected.among().size() && selected.cut()
                        ? reader.find(selected.query(), selected.all(), reach)
                        : rows);
    }

    private Page<Host> page(HostQuery query, List<HostRow> rows) {
        Instant staleBefore = reader.staleBefore(query.at());
        List<Host> hosts =
                rows.stream().limit(query.limit()).map(row -> row.host(staleBefore)).toList();
        HostRow last = rows.size() > query.limit() ? rows.get(query.limit() - 1) : null;
        return new Page<>(
                hosts,
                last == null ? null : Cursor.of(last.name(), String.valueOf(last.ordinal())));
    }

    /** The host of that name, at that moment or now. */
    @Transactional(readOnly = true)
    public Optional<Host> named(String name, @Nullable Instant at, Reach reach) {
        return reader.named(name, at, reach).map(row -> row.host(reader.staleBefore(at)));
    }

    /** Where the host of that name belongs now; for the server's own decisions only. */
    public Optional<String> environmentOf(String name) {
        return holdings.environmentOf(name).or(() -> table.named(name).map(HostRow::environment));
    }

    /** What is known of that host now. */
    @Transactional(readOnly = true)
    public Optional<HostDetail> detail(String name, Reach reach) {
        return reader.named(name, null, reach)
                .map(row ->
                        new HostDetail(
                                row.host(reader.staleBefore(null)),
                                keys.ofHost(row.ordinal()),
                                sources.ofHost(row.ordinal(), reader.staleBefore(null)),
                                sources.contradictions(row.ordinal(), reader.staleBefore(null)),
                                jsonstats.of(row.ordinal()).orElse(null),
                                conflicts.open(row.ordinal(), reach)));
    }

    /** Makes the host known, or brings what is known of it in line with the estate. */
    @Transactional
    public Host declare(Declaration declaration, String actor) {
        return life.declare(declaration, actor).host(reader.staleBefore(null));
    }

    /**
     * Ends collection and keeps history.
     *
     * @throws UnknownHost if no such host lives within reach
     */
    @Transactional
    public Host retire(String name, String actor, Reach reach) {
        HostRow row = reader.known(name, null, reach);
        if (!row.living()) {
            throw new UnknownHost(name);
        }
        return life.retire(row, actor).host(reader.staleBefore(null));
    }

    /**
     * Purges everything that is known of that host.
     *
     * @throws UnknownHost if there is none within reach
     */
    @Transactional
    public void erase(String name, String actor, Reach reach) {
        life.erase(reader.known(name, null, reach), actor);
    }

    /**
     * Numbers of living hosts for each environment that has any, by name. Which fail is known for
     * now only.
     */
    @Transactional(readOnly = true)
    public List<EnvironmentNumbers> environments(@Nullable Instant at, Reach reach) {
        return reader.numbers(at, reach);
    }
}
