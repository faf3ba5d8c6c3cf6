package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** Walks all hosts of a selection by name, with no more than a part of them in memory. */
@Component
class SelectedHosts {

    private static final int PART = 1_000;

    private final Hosts hosts;

    SelectedHosts(Hosts hosts) {
        this.hosts = hosts;
    }

    /** Those within reach; each walk reads them anew. */
    Iterable<Host> of(HostSelection selection, Reach reach) {
        return () -> new Walk(selection, reach);
    }

    private final class Walk implements Iterator<Host> {

        private final HostSelection selection;
        private final Reach reach;
        private Page<Host> page;
        private int used;

        Walk(HostSelection selection, Reach reach) {
            this.selection = selection;
            this.reach = reach;
            this.page = hosts.find(selection.page(null, PART), reach);
        }

        @Override
        public boolean hasNext() {
            while (used == page.items().size() && page.next() != null) {
                page = hosts.find(selection.page(page.next(), PART), reach);
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
