/** Connection, transactions, the embedded PostgreSQL and the one mechanism for intervals. */
@ApplicationModule(
        id = "storage",
        allowedDependencies = {})
@NullMarked
package dev.cadastre.server.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
