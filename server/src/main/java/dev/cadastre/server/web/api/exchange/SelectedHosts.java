package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks all hosts of a selection by name, with no more than a part of them in memory. */
@Component
class SelectedHosts {

    private static final int PART = 1_000;

    private final Hosts hosts;

    SelectedHosts(Hosts hosts) {
        this.hosts = hosts;
    }

    /**
     * Those within reach. The first of them have been read when this returns, so that what is wrong
     * with a selection shows before anything is sent.
     */
    Iterator<Host> of(HostSelection selection, Reach reach) {
        return new Walk(selection, reach);
    }

    private final class Walk implements Iterator<Host> {

        private final HostSelection selection;
        private final Reach reach;
        private Page<Host> page;
        private int used;

        Walk(HostSelection selection, Reach reach) {
            this.selection = selection;
            this.reach = reach;
            this.page = read(null);
        }

        private Page<Host> read(@Nullable String after) {
            String q = selection.q();
            return q == null
                    ? hosts.find(selection.page(after, PART), reach)
                    : hosts.find(selection.page(after, PART), q, reach);
        }

        @Override
        public boolean hasNext() {
            while (used == page.items().size() && page.next() != null) {
                page = read(page.next());
                used = 0;
            }
            return used < page.items().size();
        }

        @Override
        public Host next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.items().get(used++);
        }
    }
}
