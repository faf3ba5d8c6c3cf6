package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The declared hosts as ssh reads them. */
@RestController
@RequestMapping(ApiPath.BASE + "/ssh-config")
class SshConfigController {

    private final SelectedHosts selected;
    private final SshWays ways;
    private final Dispatch dispatch;
    private final Permitted permitted;

    SshConfigController(
            SelectedHosts selected, SshWays ways, Dispatch dispatch, Permitted permitted) {
        this.selected = selected;
        this.ways = ways;
        this.dispatch = dispatch;
        this.permitted = permitted;
    }

    @Parameters
    record Selection(@Nullable String environment, @Nullable String group, @Nullable String q) {

        HostSelection hosts() {
            return new HostSelection(environment, group, q, null);
        }
    }

    /** A block for each host that the estate says how to reach, for ssh_config(5). */
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String blocks(Selection selection) {
        Reach reach = permitted.read(Part.ESTATE);
        return declared(selection, reach).stream()
                .map(host -> block(host.name(), ways.way(host, reach)))
                .collect(Collectors.joining("\n"));
    }

    /** The keys that these hosts are known by, for known_hosts. */
    @GetMapping(path = "/known-hosts", produces = MediaType.TEXT_PLAIN_VALUE)
    String knownHosts(Selection selection) {
        return dispatch.pinnedKeys(declared(selection, permitted.read(Part.ESTATE))).stream()
                .map(key -> "%s %s %s\n".formatted(key.name(), key.type(), key.base64()))
                .collect(Collectors.joining());
    }

    private List<DeclaredHost> declared(Selection selection, Reach reach) {
        List<DeclaredHost> declared = new ArrayList<>();
        selected.of(selection.hosts(), permitted.read(Part.INVENTORY))
                .forEachRemaining(host -> ways.declared(host, reach).ifPresent(declared::add));
        return declared;
    }

    /** The alias makes ssh look for the host's key under its name, whatever its address is. */
    static String block(String name, SshWay way) {
        var block = new StringBuilder("Host " + name + "\n");
        block.append("    HostName ").append(way.address()).append('\n');
        if (way.user() != null) {
            block.append("    User ").append(way.user()).append('\n');
        }
        block.append("    Port ").append(way.port()).append('\n');
        block.append("    HostKeyAlias ").append(name.toLowerCase(Locale.ROOT)).append('\n');
        if (!way.jumps().isEmpty()) {
            block.append("    ProxyJump ").append(way.jumpsByName()).append('\n');
        }
        return block.toString();
    }
}
