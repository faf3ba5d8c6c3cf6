package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.web.api.KnownHosts;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dynamic inventory of Ansible. */
@RestController
@RequestMapping(ApiPath.BASE + "/inventory/ansible")
class AnsibleController {

    private final SelectedHosts selected;
    private final SshWays ways;
    private final KnownHosts known;
    private final Permitted permitted;

    AnsibleController(SelectedHosts selected, SshWays ways, KnownHosts known, Permitted permitted) {
        this.selected = selected;
        this.ways = ways;
        this.known = known;
        this.permitted = permitted;
    }

    @Parameters
    record Selection(@Nullable String environment, @Nullable String group, @Nullable String q) {

        HostSelection hosts() {
            return new HostSelection(environment, group, q, null);
        }
    }

    @Parameters
    record NoParameters() {}

    /** All hosts by environment, group and operating system, as {@code --list} prints them. */
    @GetMapping
    Map<String, Object> list(Selection selection) {
        Reach reach = permitted.read(Part.ESTATE);
        var inventory = new AnsibleInventory();
        selected.of(selection.hosts(), permitted.read(Part.INVENTORY))
                .forEachRemaining(host -> inventory.add(host, ways.to(host, reach)));
        return inventory.document();
    }

    /** The variables of one host, as {@code --host} prints them. */
    @GetMapping("/{name}")
    Map<String, Object> host(@PathVariable String name, NoParameters none) {
        Host host = known.visible(name, null);
        return AnsibleInventory.variables(host, ways.to(host, permitted.read(Part.ESTATE)));
    }
}
