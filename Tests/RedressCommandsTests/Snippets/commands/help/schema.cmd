redress schema --help
