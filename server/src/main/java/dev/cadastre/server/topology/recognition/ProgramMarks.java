package dev.cadastre.server.topology.recognition;

import dev.cadastre.server.estate.Port;
import dev.cadastre.server.estate.Product;
import dev.cadastre.server.estate.ProductRole;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one program shows of itself, held against products. */
final class ProgramMarks {
    private final Program program;
    private final Products products;
    private final HostMarks host;
    private final Map<String, Set<Product>> accounts = new LinkedHashMap<>();
    private final Set<Product> byProcess;
    private final List<Evidence> byAccount;

    ProgramMarks(
            Program program, Products products, HostMarks host, Map<Port, Set<String>> accepted) {
        this.program = program;
        this.products = products;
        this.host = host;
        accounts(program, accepted).forEach(name -> accounts.put(name, products.byAccount(name)));
        String process = program.process();
        this.byProcess = process == null ? Set.of() : products.byProcess(process);
        this.byAccount = evidence(accounts.values().stream().flatMap(Set::stream).toList());
    }

    /**
     * The program's own account, or if that is root's or has no name, those that serve its ports.
     */
    private static Set<String> accounts(Program program, Map<Port, Set<String>> accepted) {
        String own = program.ownAccount();
        if (own != null) {
            return Set.of(own);
        }
        Set<String> serving = new TreeSet<>();
        program.ports().forEach(port -> serving.addAll(accepted.getOrDefault(port, Set.of())));
        serving.remove(Program.ROOT);
        return serving;
    }

    boolean isHidden() {
        return program.process() == null;
    }

    /** Runtimes of the process' name. */
    List<Evidence> runtimes() {
        return evidence(byProcess, ProductRole.RUNTIME);
    }

    /** Products of the process' name that are neither runtimes nor frameworks. */
    List<Evidence> named() {
        return evidence(
                byProcess.stream()
                        .filter(p -> p.role() != ProductRole.RUNTIME)
                        .filter(p -> p.role() != ProductRole.FRAMEWORK)
                        .toList());
    }

    List<Evidence> byAccount() {
        return Collections.unmodifiableList(byAccount);
    }

    List<Evidence> byPort() {
        return evidence(
                program.ports().stream().flatMap(p -> products.byPort(p).stream()).toList());
    }

    /** Frameworks that are used by processes of this name. */
    List<Product> frameworks() {
        return byProcess.stream().filter(p -> p.role() == ProductRole.FRAMEWORK).toList();
    }

    /**
     * Whether the account is known to be another product's, so that a port says nothing. A product
     * without accounts runs as whomever one likes.
     */
    boolean isContradicted(Evidence evidence) {
        return evidence.foreign() != null && !byAccount.isEmpty();
    }

    /** Whether it listens on nothing but ports of other products. */
    boolean isElsewhere(Evidence evidence) {
        return !program.ports().isEmpty()
                && program.ports().stream()
                        .map(products::byPort)
                        .noneMatch(known -> known.isEmpty() || known.contains(evidence.product()));
    }

    boolean onlyConnects() {
        return program.ports().isEmpty();
    }

    private List<Evidence> evidence(Collection<Product> among, ProductRole role) {
        return evidence(among.stream().filter(product -> product.role() == role).toList());
    }

    private List<Evidence> evidence(Collection<Product> among) {
        return among.stream().distinct().map(this::evidence).toList();
    }

    private Evidence evidence(Product product) {
        String account = accountOf(product);
        boolean choosy = !product.marks().accounts().isEmpty();
        return new Evidence(
                product,
                byProcess.contains(product) ? program.process() : null,
                account,
                first(product.marks().ports().stream().filter(program.ports()::contains)),
                host.daemonOf(product),
                host.packageOf(product),
                choosy && account == null ? first(accounts.keySet().stream()) : null);
    }

    private @Nullable String accountOf(Product product) {
        return first(
                accounts.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(product))
                        .map(Map.Entry::getKey));
    }

    private static <T> @Nullable T first(Stream<T> found) {
        return found.findFirst().orElse(null);
    }
}
