internal import GRDB

/// The tables of a grade book, and how they came to be.
enum GradeBookSchema {
  /// What makes the tables, and changes those of older versions.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(
        sql: """
          CREATE TABLE lab (
            id TEXT PRIMARY KEY, title TEXT NOT NULL, scheme TEXT NOT NULL, policy TEXT NOT NULL,
            seed TEXT NOT NULL);
          CREATE TABLE student (
            key TEXT PRIMARY KEY, name TEXT NOT NULL, login TEXT NOT NULL DEFAULT '', language TEXT);
          CREATE TABLE submission (
            student TEXT NOT NULL REFERENCES student, lab TEXT NOT NULL REFERENCES lab, file TEXT NOT NULL,
            digest TEXT, evidence TEXT, handedIn REAL, isLate INTEGER NOT NULL, remarks TEXT NOT NULL,
            PRIMARY KEY (student, lab));
          CREATE TABLE evidence (
            key TEXT PRIMARY KEY, lab TEXT NOT NULL, assessment BLOB NOT NULL, engine TEXT NOT NULL,
            made REAL NOT NULL, seconds REAL NOT NULL, runs TEXT NOT NULL);
          CREATE TABLE failure (run TEXT PRIMARY KEY, failure TEXT NOT NULL);
          CREATE TABLE mark (
            id INTEGER PRIMARY KEY, student TEXT NOT NULL REFERENCES student, lab TEXT NOT NULL REFERENCES lab,
            item TEXT NOT NULL, points REAL, words TEXT NOT NULL, made REAL NOT NULL);
          CREATE TABLE decision (
            id INTEGER PRIMARY KEY, student TEXT NOT NULL REFERENCES student, lab TEXT NOT NULL REFERENCES lab,
            kind TEXT NOT NULL, value REAL, reason TEXT NOT NULL, made REAL NOT NULL);
          CREATE TABLE grade (
            id INTEGER PRIMARY KEY, student TEXT NOT NULL REFERENCES student, lab TEXT NOT NULL REFERENCES lab,
            grade TEXT NOT NULL, digest TEXT, evidence TEXT, why TEXT NOT NULL, isOfficial INTEGER NOT NULL, made REAL NOT NULL,
            engine TEXT NOT NULL);
          CREATE INDEX gradesOfStudent ON grade (student, lab, isOfficial, id);
          """)
    }
    // What an author changes after learners got a lab is not to be told as a change of theirs.
    migrator.registerMigration("2") { database in
      try database.execute(
        sql: """
          CREATE TABLE release (
            id INTEGER PRIMARY KEY, lab TEXT NOT NULL REFERENCES lab, text TEXT NOT NULL, UNIQUE (lab, text))
          """)
    }
    // Where a threshold of a lab is changed, what was measured stays as it was.
    migrator.registerMigration("3") { database in
      try database.execute(
        sql: """
          ALTER TABLE evidence ADD COLUMN basis TEXT;
          CREATE INDEX evidenceByBasis ON evidence (basis, made);
          """)
    }
    // Assessments are packed; those that are there stay as they are, and an older program says that the book is newer than itself.
    migrator.registerMigration("4") { _ in }
    return migrator
  }
}
