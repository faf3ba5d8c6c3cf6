package dev.cadastre.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StorageProperties.class, UpgradeProperties.class})
class StorageConfiguration {

    @Bean
    RegisterClock clock() {
        return new RegisterClock();
    }

    @Bean
    Home home(StorageProperties properties) {
        return new Home(properties.home());
    }

    @Bean
    HomeLock homeLock(Home home) {
        HomeLock lock = HomeLock.take(home);
        RestoreMark.requireNone(home);
        MasterKey.requireProper(home);
        return lock;
    }

    /** Present only where no database was named. */
    @Bean
    @Nullable EmbeddedPostgres embeddedPostgres(
            StorageProperties properties,
            UpgradeProperties upgrade,
            Home home,
            HomeLock lock,
            Clock clock) {
        if (properties.databaseUrl() != null) {
            return null;
        }
        new OldCluster(home, new SafetyBackups(home.path(), upgrade.folder(home), clock)).upgrade();
        return EmbeddedPostgres.start(home);
    }

    @Bean
    DatabasePort databasePort(@Nullable EmbeddedPostgres embedded) {
        return new DatabasePort(
                embedded == null ? OptionalInt.empty() : OptionalInt.of(embedded.port()));
    }

    /** Present only where a database was named: the embedded one is below the home's own lock. */
    @Bean
    @Nullable DatabaseLock databaseLock(StorageProperties properties, HomeLock home) {
        String url = properties.databaseUrl();
        if (url == null) {
            return null;
        }
        return DatabaseLock.take(
                url,
                properties.databaseUser(),
                properties.databasePassword(),
                StorageConfiguration::end);
    }

    /** In a thread of its own, as ending waits for those that are at work. */
    private static void end() {
        Thread.ofPlatform().name("database-lost").start(() -> System.exit(1));
    }

    @Bean
    HikariDataSource dataSource(
            StorageProperties properties,
            @Nullable EmbeddedPostgres embedded,
            @Nullable DatabaseLock lock) {
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setMaximumPoolSize(properties.connections());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        if (embedded == null) {
            pool.setJdbcUrl(properties.databaseUrl());
            pool.setUsername(properties.databaseUser());
            pool.setPassword(properties.databasePassword());
        } else {
            pool.setJdbcUrl(embedded.url());
            pool.setUsername(EmbeddedPostgres.USER);
            pool.setPassword(embedded.password());
        }
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "cadastre");
        return new HikariDataSource(pool);
    }
}
