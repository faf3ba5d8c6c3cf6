package dev.cadastre.server.topology.recognition;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.estate.Port;
import dev.cadastre.server.estate.Product;
import dev.cadastre.server.estate.ProductPackage;
import dev.cadastre.server.estate.ProductRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All known products by what they are recognised by. Immutable. */
final class Products {
    /**
     * That a product comes in a package.
     *
     * @param rank the lower, the better the package tells the product's version
     */
    record Packaged(Product product, int rank) {}

    private final Map<String, Product> byName;
    private final NameIndex<Product> byProcess = new NameIndex<>();
    private final NameIndex<Product> byAccount = new NameIndex<>();
    private final NameIndex<Product> byDaemon = new NameIndex<>();
    private final Map<Port, List<Product>> byPort = new HashMap<>();
    private final Map<PackageType, NameIndex<Packaged>> byPackage =
            new EnumMap<>(PackageType.class);

    private Products(Map<String, Product> byName) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        for (PackageType type : PackageType.values()) {
            byPackage.put(type, new NameIndex<>());
        }
        byName.values().forEach(this::index);
    }

    static Products of(Collection<Product> products) {
        return new Products(Map.of()).with(products);
    }

    /** With more of them; one of a name that is known already takes its place. */
    Products with(Collection<Product> more) {
        Map<String, Product> all = new LinkedHashMap<>(byName);
        more.forEach(product -> all.put(product.name(), product));
        return new Products(all);
    }

    private void index(Product product) {
        product.marks().processes().forEach(name -> byProcess.put(name, product));
        List<ProductPackage> packages = product.marks().packages();
        for (int rank = 0; rank < packages.size(); rank++) {
            index(packages.get(rank), new Packaged(product, rank));
        }
        if (product.role() != ProductRole.FRAMEWORK) {
            product.marks().accounts().forEach(name -> byAccount.put(name, product));
            product.marks().daemons().forEach(name -> byDaemon.put(name, product));
            product.marks().ports().forEach(port -> listening(port).add(product));
        }
    }

    private void index(ProductPackage named, Packaged packaged) {
        named.types().forEach(type -> ofType(type).put(named.pattern(), packaged));
    }

    private NameIndex<Packaged> ofType(PackageType type) {
        return byPackage.computeIfAbsent(type, t -> new NameIndex<>());
    }

    private List<Product> listening(Port port) {
        return byPort.computeIfAbsent(port, p -> new ArrayList<>());
    }

    Collection<Product> all() {
        return byName.values();
    }

    Set<Product> byProcess(String name) {
        return byProcess.find(name);
    }

    Set<Product> byAccount(String name) {
        return byAccount.find(name);
    }

    Set<Product> byDaemon(String name) {
        return byDaemon.find(name);
    }

    List<Product> byPort(Port port) {
        return Collections.unmodifiableList(byPort.getOrDefault(port, List.of()));
    }

    Set<Packaged> byPackage(Installed installed) {
        NameIndex<Packaged> index = byPackage.get(installed.type());
        return index == null ? Set.of() : index.find(installed.name());
    }
}
